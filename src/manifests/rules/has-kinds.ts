import { z } from 'zod'
import { finding } from '../finding.ts'
import { ruleOf } from '../rule.ts'
import type { KubernetesSubject } from './subject.ts'

/** Objects of these kinds are there. */
export const hasKinds = ruleOf('has-kinds', { kinds: z.array(z.string()).min(1) }, ({ cluster }: KubernetesSubject, { kinds }) =>
  kinds
    .filter((kind) => !cluster.all.some((one) => one.kind === kind))
    .map((kind) => finding(undefined, `There is no ${kind}.`, `Write an object of \`kind: ${kind}\`.`)),
)
