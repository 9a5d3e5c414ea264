import { shipped } from '../dockerfile/dockerfile.ts'
import { imagesOf, mountOf } from '../dockerfile/image.ts'
import { baseName, commandsOf } from '../dockerfile/shell.ts'
import { finding } from '../finding.ts'
import { ruleOf } from '../rule.ts'
import type { DockerfileSubject } from './subject.ts'

/** What pip downloaded does not stay in a layer of the final image. */
export const noPipCache = ruleOf('no-pip-cache', {}, ({ file, setting }: DockerfileSubject) => {
  const env = imagesOf(file, setting).at(-1)?.env ?? new Map<string, string>()
  if (!['', '0', 'false', 'off'].includes((env.get('PIP_NO_CACHE_DIR') ?? '').toLowerCase())) return []
  return shipped(file)
    .filter(({ keyword }) => keyword === 'RUN')
    .filter((instruction) => commandsOf(instruction).some((words) => isPip(words) && !words.includes('--no-cache-dir')))
    .filter(({ flags, text }) => {
      const mounted = flags.some(
        ([name, value]) =>
          name === 'mount' && mountOf(value).get('type') === 'cache' && (mountOf(value).get('target') ?? '').includes('cache'),
      )
      return !mounted && !/PIP_NO_CACHE_DIR=(1|true|on|yes)/.test(text) && !/rm\s+-\w+\s+\S*\.cache/.test(text)
    })
    .map(({ line }) =>
      finding(line, 'Everything that pip downloaded stays in this layer.', 'Write `pip install --no-cache-dir`, or mount a cache.'),
    )
})

function isPip(words: readonly string[]): boolean {
  const programs = words.slice(0, 3).map(baseName)
  return words.includes('install') && (/^pip3?(\.\d+)?$/.test(programs[0] ?? '') || (programs[1] === '-m' && programs[2] === 'pip'))
}
