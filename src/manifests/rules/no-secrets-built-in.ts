import { z } from 'zod'
import type { Instruction } from '../dockerfile/dockerfile.ts'
import { contextFiles, mountOf } from '../dockerfile/image.ts'
import { commandsOf, baseName } from '../dockerfile/shell.ts'
import { finding, type Finding } from '../finding.ts'
import { ruleOf } from '../rule.ts'
import { isSecretName } from '../secret-name.ts'
import type { DockerfileSubject } from './subject.ts'

const shape = {
  /** Id of the build secret that some RUN must mount. */
  mount: z.string().optional(),
}

/** No secret ends up in a layer or in the history of the image: not by ARG, ENV, COPY or the text of a RUN; a build secret is mounted. */
export const noSecretsBuiltIn = ruleOf('no-secrets-built-in', shape, ({ file, setting }: DockerfileSubject, { mount }) => {
  const instructions = file.stages.flatMap((stage) => stage.instructions)
  const found: Finding[] = []
  for (const instruction of instructions) {
    found.push(...named(instruction), ...written(instruction))
    if (instruction.keyword === 'RUN') found.push(...kept(instruction))
    else {
      const secret = contextFiles(instruction, setting).find((path) => setting.context[path]?.secret === true)
      if (secret !== undefined)
        found.push(
          finding(
            instruction.line,
            `${secret} gets into a layer, where it stays even when a later line deletes it.`,
            'Copy by name what is needed; mount a secret with `RUN --mount=type=secret`.',
          ),
        )
    }
  }
  if (mount !== undefined && found.length === 0) {
    const mounted = instructions
      .filter(({ keyword }) => keyword === 'RUN')
      .flatMap((one) => secretMounts(one).map((options) => ({ one, options })))
    const right = mounted.find(({ options }) => idOf(options) === mount)
    if (right === undefined)
      return [
        finding(
          undefined,
          `Nothing mounts the build secret "${mount}".`,
          `Write \`RUN --mount=type=secret,id=${mount} …\` where it is needed.`,
        ),
      ]
    const place = right.options.get('target') ?? right.options.get('dst') ?? right.options.get('destination') ?? `/run/secrets/${mount}`
    const variable = right.options.get('env')
    const used =
      right.one.text.includes(place) ||
      (variable !== undefined && right.one.text.includes(`$`)) ||
      /pip\.conf|\.netrc|\.pypirc|uv\.toml/.test(place)
    if (!used)
      found.push(
        finding(
          right.one.line,
          `The secret is mounted at ${place}, and nothing reads it there.`,
          `Read it in this very line, e.g. \`$(cat ${place})\`.`,
        ),
      )
  }
  return found.slice(0, 3)
})

function named({ keyword, properties, line }: Instruction): readonly Finding[] {
  if (keyword !== 'ARG' && keyword !== 'ENV') return []
  return properties
    .filter(({ name, value }) => (isSecretName(name) && !(value ?? '').startsWith('/')) || hasPassword(value ?? ''))
    .map(({ name }) => {
      const where = keyword === 'ARG' ? 'in the history of the image (`docker history`)' : 'in the image, for everything that runs in it'
      return finding(
        line,
        `The value of ${keyword} ${name} stands ${where}.`,
        'Mount it while it is needed: `RUN --mount=type=secret,id=…`.',
      )
    })
}

/** `https://user:password@host`, unless the password is read from a mounted file or a variable that a mount sets. */
function hasPassword(text: string): boolean {
  return [...text.matchAll(/:\/\/([^\s/:@]{1,100}):([^\s/@]{1,200})@/g)].some(([, , password = '']) => !password.startsWith('$'))
}

function written({ keyword, text, line, flags }: Instruction): readonly Finding[] {
  if (keyword === 'ENV' || keyword === 'ARG') return []
  const plain = text.replace(/\$\([^()]{0,200}\)/g, '$SUBSTITUTED')
  const literal = /(^|\s)(export\s+)?[A-Z_]*(PASSWORD|TOKEN|SECRET|API_KEY)=["']?[A-Za-z0-9_\-./+]{6,}/.test(plain)
  if (!hasPassword(plain) && !literal) return []
  return flags.some(([name]) => name === 'mount') && !hasPassword(plain)
    ? []
    : [
        finding(
          line,
          'A secret stands in the text of this line, and so in the history of the image.',
          'Mount it: `RUN --mount=type=secret,id=…`.',
        ),
      ]
}

/** A mounted secret that is copied into a file stays in the layer. */
function kept(instruction: Instruction): readonly Finding[] {
  if (secretMounts(instruction).length === 0) return []
  const stays = commandsOf(instruction).some((words) => {
    const reads = words.some((word) => word.includes('/run/secrets/'))
    const redirect = words.findIndex((word) => word === '>' || word === '>>' || /^>>?[^&]/.test(word))
    const target = redirect >= 0 ? (words[redirect] ?? '').replace(/^>+/, '') || words[redirect + 1] : undefined
    return (
      reads &&
      (['cp', 'mv', 'install', 'tee'].includes(baseName(words[0] ?? '')) ||
        (target !== undefined && target !== '/dev/null') ||
        (words[0] === 'pip' && words[1] === 'config'))
    )
  })
  return stays
    ? [
        finding(
          instruction.line,
          'The mounted secret is written to a file, which stays in the layer.',
          'Use it in this line only, without a copy.',
        ),
      ]
    : []
}

function secretMounts({ flags }: Instruction): readonly ReadonlyMap<string, string>[] {
  return flags.flatMap(([name, value]) => (name === 'mount' && mountOf(value).get('type') === 'secret' ? [mountOf(value)] : []))
}

/** Without an id it is the name of the target file. */
function idOf(options: ReadonlyMap<string, string>): string {
  return options.get('id') ?? baseName(options.get('target') ?? '')
}
