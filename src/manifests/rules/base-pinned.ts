import { z } from 'zod'
import { finding } from '../finding.ts'
import { imageReference, whyUnpinned } from '../image-reference.ts'
import { ruleOf } from '../rule.ts'
import type { DockerfileSubject } from './subject.ts'

/** Every base image, and every image that files are copied from, always means the same bytes; with `digest` by their digest. */
export const basePinned = ruleOf('base-pinned', { digest: z.boolean().default(false) }, ({ file }: DockerfileSubject, { digest }) =>
  file.stages
    .filter(({ parent, base }) => parent === undefined && base !== 'scratch')
    .flatMap(({ base, line }) => {
      const reference = imageReference(base)
      if (reference === undefined)
        return [finding(line, `\`${base.slice(0, 80)}\` is not the name of an image.`, 'Write e.g. `python:3.12-slim-bookworm`.')]
      const why = whyUnpinned(reference, digest)
      const fix = digest
        ? 'Name the version and the digest: `python:3.12-slim@sha256:<64 hex digits>`.'
        : 'Name the version, e.g. `python:3.12-slim-bookworm`.'
      return why === undefined ? [] : [finding(line, `The base image \`${base}\` ${why}.`, fix)]
    })
    .concat(foreign(file)),
)

/** `COPY --from=` may name an image as well. */
function foreign({ stages }: DockerfileSubject['file']) {
  return stages.flatMap(({ instructions, index }) =>
    instructions.flatMap(({ flags, line }) => {
      const from = flags.find(([name]) => name === 'from')?.[1]
      if (from === undefined || /^\d+$/.test(from) || stages.slice(0, index).some(({ name }) => name?.toLowerCase() === from.toLowerCase()))
        return []
      const reference = imageReference(from)
      const why = reference === undefined ? 'is neither a stage above nor an image' : whyUnpinned(reference, false)
      return why === undefined
        ? []
        : [finding(line, `\`--from=${from.slice(0, 80)}\` ${why}.`, 'Name a stage, or an image with its version.')]
    }),
  )
}
