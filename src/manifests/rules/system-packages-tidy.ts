import { shipped } from '../dockerfile/dockerfile.ts'
import { mountOf } from '../dockerfile/image.ts'
import { baseName, commandsOf } from '../dockerfile/shell.ts'
import { finding, type Finding } from '../finding.ts'
import { ruleOf } from '../rule.ts'
import type { DockerfileSubject } from './subject.ts'

/** apt-get: lists are fetched in the line that installs, or the cache serves old ones; and in what is shipped they are gone at its end. */
export const systemPackagesTidy = ruleOf('system-packages-tidy', {}, ({ file }: DockerfileSubject) => {
  const ours = new Set(shipped(file))
  const found: Finding[] = []
  for (const instruction of file.stages.flatMap((stage) => stage.instructions)) {
    if (instruction.keyword !== 'RUN') continue
    const calls = commandsOf(instruction).filter(([program = '']) => /^apt(-get)?$/.test(baseName(program)))
    const install = calls.find((words) => words.includes('install'))
    const updates = calls.some((words) => words.includes('update'))
    const { line, text, flags } = instruction
    if (install === undefined) {
      if (updates)
        found.push(
          finding(
            line,
            'The lists are fetched in a layer of their own: when it comes from the cache, the next line installs from old lists.',
            'Write `apt-get update && apt-get install …` in one RUN.',
          ),
        )
      continue
    }
    const cached = flags.some(
      ([name, value]) =>
        name === 'mount' && mountOf(value).get('type') === 'cache' && (mountOf(value).get('target') ?? '').startsWith('/var/lib/apt'),
    )
    if (!updates)
      found.push(finding(line, 'It installs without fetching the lists first.', 'Write `apt-get update && apt-get install …` in one RUN.'))
    if (!install.some((word) => word === '-y' || word === '--yes' || word === '--assume-yes' || /^-[a-z]*y[a-z]*$/.test(word)))
      found.push(finding(line, 'It asks whether to go on, and nobody answers.', 'Write `apt-get install -y`.'))
    if (!ours.has(instruction)) continue
    if (!cached && !/rm\s+(-\w+\s+)*\/var\/lib\/apt\/lists/.test(text))
      found.push(
        finding(
          line,
          'The package lists stay in the layer; a later RUN cannot make it smaller.',
          'End this RUN with `rm -rf /var/lib/apt/lists/*`.',
        ),
      )
  }
  return found
})
