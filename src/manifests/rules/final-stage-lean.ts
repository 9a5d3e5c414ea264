import { z } from 'zod'
import { chainOf, shipped } from '../dockerfile/dockerfile.ts'
import { imagesOf } from '../dockerfile/image.ts'
import { systemPackages } from '../dockerfile/shell.ts'
import { finding, type Finding } from '../finding.ts'
import { ruleOf } from '../rule.ts'
import type { DockerfileSubject } from './subject.ts'

const COMPILERS = [
  'gcc',
  'g++',
  'clang',
  'make',
  'cmake',
  'build-essential',
  'build-base',
  'python3-dev',
  'cargo',
  'rustc',
  'nvcc',
  'cuda-toolkit',
  'git',
]

const shape = {
  /** System packages that do not belong into the final image. */
  without: z.array(z.string()).default(COMPILERS),
  /** What the name of its base image must not hold, e.g. `-devel`. */
  notBase: z.array(z.string()).default([]),
  /** Lists of packages for development. */
  notInstalled: z.array(z.string()).default([]),
}

/** The final image holds no compilers and nothing for development: what builds stays in a stage of its own. */
export const finalStageLean = ruleOf(
  'final-stage-lean',
  shape,
  ({ file, setting }: DockerfileSubject, { without, notBase, notInstalled }) => {
    const found: Finding[] = []
    const [first] = chainOf(file.final)
    const base = first?.base ?? ''
    for (const part of notBase) {
      if (base.includes(part))
        found.push(
          finding(
            first?.line,
            `The final image begins with \`${base}\`, which carries what is needed for building only.`,
            'Build in a stage of its own and begin the last one with a runtime image.',
          ),
        )
    }
    for (const instruction of shipped(file)) {
      if (instruction.keyword !== 'RUN') continue
      const unwanted = systemPackages(instruction).find((name) =>
        without.some((one) => name === one || new RegExp(`^${escaped(one)}-\\d+(\\.\\d+)?$`).test(name)),
      )
      if (unwanted !== undefined)
        found.push(
          finding(
            instruction.line,
            `${unwanted} gets into the final image.`,
            'Install it in a stage that builds, and copy what was built.',
          ),
        )
    }
    for (const { words, line } of imagesOf(file, setting).at(-1)?.installs ?? []) {
      const list = words.find((word) => notInstalled.some((one) => word === one || word.endsWith(`/${one}`)))
      if (list !== undefined)
        found.push(finding(line, `What ${list} lists is for development, and gets into the final image.`, 'Leave it out.'))
    }
    return found
  },
)

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
