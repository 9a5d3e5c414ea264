import { z } from 'zod'
import { imagesOf } from '../dockerfile/image.ts'
import { rebuiltAfter } from '../dockerfile/layer-cache.ts'
import { finding } from '../finding.ts'
import { ruleOf } from '../rule.ts'
import type { DockerfileSubject } from './subject.ts'

/** After one file was edited, the layers with the Python packages are taken from the cache (`reuses`) or made anew (`rebuilds`). */
export const layerCache = ruleOf(
  'layer-cache',
  { edit: z.string(), packages: z.enum(['reuses', 'rebuilds']) },
  ({ file, setting }: DockerfileSubject, { edit, packages }) => {
    const installs = imagesOf(file, setting)
      .flatMap((image) => image.installs)
      .filter(({ own, made, target }) => !own && made === target)
    const rebuilt = rebuiltAfter(edit, file, setting)
    const first = installs.find(({ line }) => [...rebuilt].some((instruction) => instruction.line === line))
    if (installs.length === 0) return [finding(undefined, 'Nothing installs the Python packages.', 'Install them in a RUN of its own.')]
    if (packages === 'reuses' && first !== undefined)
      return [
        finding(
          first.line,
          `After an edit of ${edit} the build downloads and installs every package again.`,
          'Copy only the file that lists the packages before this line, and the program after it.',
        ),
      ]
    if (packages === 'rebuilds' && first === undefined)
      return [
        finding(
          installs[0]?.line,
          `After an edit of ${edit} the packages stay as they are.`,
          'Copy the file before this line, or mount it.',
        ),
      ]
    return []
  },
)
