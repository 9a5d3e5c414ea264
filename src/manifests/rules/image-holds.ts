import { z } from 'zod'
import { imagesOf } from '../dockerfile/image.ts'
import { matchesPath } from '../dockerfile/glob.ts'
import { finding } from '../finding.ts'
import { ruleOf } from '../rule.ts'
import type { DockerfileSubject } from './subject.ts'

const shape = { files: z.array(z.string()).default([]), not: z.array(z.string()).default([]) }

/** The final image holds these files of the build context, and none of those. */
export const imageHolds = ruleOf('image-holds', shape, ({ file, setting }: DockerfileSubject, { files, not }) => {
  const held = [...(imagesOf(file, setting).at(-1)?.files.values() ?? [])]
  const missing = files
    .filter((path) => !held.some((one) => one.path === path))
    .map((path) => finding(file.final.line, `${path} is not in the final image.`, '`COPY` it, and mind `.dockerignore` and the stage.'))
  const unwanted = not.flatMap((pattern) => {
    const one = held.find(({ path }) => matchesPath(pattern, path))
    return one === undefined ? [] : [finding(one.line, `${one.path} gets into the final image.`, 'Copy by name what the server needs.')]
  })
  return [...missing, ...unwanted]
})
