import type { Rule } from '../rule.ts'
import { basePinned } from './base-pinned.ts'
import { downloadsVerified } from './downloads-verified.ts'
import { finalStageLean } from './final-stage-lean.ts'
import { hasSystemPackages } from './has-system-packages.ts'
import { imageHolds } from './image-holds.ts'
import { layerCache } from './layer-cache.ts'
import { noPipCache } from './no-pip-cache.ts'
import { noSecretsBuiltIn } from './no-secrets-built-in.ts'
import { notRoot } from './not-root.ts'
import { packagesArrive } from './packages-arrive.ts'
import { portAgrees } from './port-agrees.ts'
import { signalsArrive } from './signals-arrive.ts'
import type { DockerfileSubject } from './subject.ts'
import { systemPackagesTidy } from './system-packages-tidy.ts'
import { weightsOutside } from './weights-outside.ts'

/** The rules that an exercise on a Dockerfile may name. */
export const DOCKERFILE_RULES: readonly Rule<DockerfileSubject>[] = [
  basePinned,
  downloadsVerified,
  finalStageLean,
  hasSystemPackages,
  imageHolds,
  layerCache,
  noPipCache,
  noSecretsBuiltIn,
  notRoot,
  packagesArrive,
  portAgrees,
  signalsArrive,
  systemPackagesTidy,
  weightsOutside,
]
