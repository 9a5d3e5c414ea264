import type { DockerfileSetting } from '../setting.ts'
import { chainOf, type Dockerfile, type Instruction, type Stage, stageCalled } from './dockerfile.ts'
import { contextFiles, type Image, imagesOf, sourceOf } from './image.ts'
import { absolute } from './python-install.ts'

/**
 * Which instructions a build runs again after one file of the context was edited. An instruction runs again when the one before it
 * did, or when it copies or mounts the file; a COPY from another stage when something that writes files ran again there, and the
 * first one of a stage when its base did (https://docs.docker.com/build/cache/invalidation/).
 */
export function rebuiltAfter(edited: string, file: Dockerfile, setting: DockerfileSetting): ReadonlySet<Instruction> {
  const images = imagesOf(file, setting)
  const rebuilt = new Set<Instruction>()
  for (const stage of file.stages) {
    let stale = stage.parent !== undefined && isStale(stage.parent, rebuilt)
    for (const instruction of stage.instructions) {
      stale ||=
        contextFiles(instruction, setting).includes(edited) || copiesStale(instruction, file.stages.slice(0, stage.index), images, rebuilt)
      if (stale) rebuilt.add(instruction)
    }
  }
  return rebuilt
}

function isStale(stage: Stage, rebuilt: ReadonlySet<Instruction>): boolean {
  const last = stage.instructions.at(-1)
  return last === undefined ? stage.parent !== undefined && isStale(stage.parent, rebuilt) : rebuilt.has(last)
}

/**
 * BuildKit compares what is copied: installed packages that nothing installed again are the same, even when other steps of their
 * stage ran. What a RUN writes that is no install is not known: it counts as changed.
 */
function copiesStale(
  instruction: Instruction,
  earlier: readonly Stage[],
  images: readonly Image[],
  rebuilt: ReadonlySet<Instruction>,
): boolean {
  const from = sourceOf(instruction)
  const stage = from === undefined ? undefined : stageCalled(from, earlier)
  if (stage === undefined) return false
  const instructions = chainOf(stage).flatMap((one) => one.instructions)
  const sources = instruction.words.slice(0, -1).map((source) => absolute(source.replace(/\/\*$/, ''), '/'))
  const overlap = (path: string) =>
    sources.some((source) => path === source || path.startsWith(`${source}/`) || source.startsWith(`${path}/`))
  const installs = (images[stage.index]?.installs ?? []).filter(({ target }) => overlap(target))
  if (installs.length > 0) return instructions.some((one) => rebuilt.has(one) && installs.some(({ line }) => line === one.line))
  return instructions.some((one) => /^(RUN|COPY|ADD)$/.test(one.keyword) && rebuilt.has(one))
}
