import type { Instruction } from './dockerfile.ts'

/** Longer command lines are not taken apart. */
const MOST_CHARACTERS = 16_000

/** The commands of a shell line, each as words without quotes: what stands between `&&`, `||`, `;`, `|`, `&` and line ends. */
export function commandsOf({ text, json }: Pick<Instruction, 'text' | 'json'>): readonly (readonly string[])[] {
  if (json !== undefined) return isShell(json) ? split(json[2] ?? '') : [json]
  return split(text)
}

/** `["sh", "-c", "..."]` runs a shell after all. */
export function isShell(words: readonly string[]): boolean {
  return words.length >= 3 && /^(\/(usr\/)?bin\/)?(ba|da|z|a)?sh$/.test(words[0] ?? '') && /^-[a-z]*c$/.test(words[1] ?? '')
}

function split(text: string): readonly (readonly string[])[] {
  const commands: string[][] = [[]]
  let word: string | undefined
  let quote = ''
  const endWord = () => {
    if (word !== undefined) commands.at(-1)?.push(word)
    word = undefined
  }
  const limit = Math.min(text.length, MOST_CHARACTERS)
  for (let index = 0; index < limit; index++) {
    const sign = text[index] ?? ''
    if (quote !== '') {
      if (sign === quote) quote = ''
      else word = `${word ?? ''}${sign}`
    } else if (sign === '"' || sign === "'") {
      quote = sign
      word ??= ''
    } else if (sign === '\\') {
      index++
      if (text[index] !== '\n') word = `${word ?? ''}${text[index] ?? ''}`
    } else if (/\s/.test(sign) || /[;&|()]/.test(sign)) {
      // `$(...)` is one word of the command that it stands in.
      if (sign === '(' && word?.endsWith('$') === true) {
        const end = closing(text, index)
        word += text.slice(index, end + 1)
        index = end
        continue
      }
      endWord()
      if ((/[;&|]/.test(sign) || sign === '\n') && (commands.at(-1)?.length ?? 0) > 0) commands.push([])
    } else word = `${word ?? ''}${sign}`
  }
  endWord()
  return commands.filter(({ length }) => length > 0).map(withoutAssignments)
}

function closing(text: string, open: number): number {
  let depth = 0
  for (let index = open; index < text.length; index++) {
    if (text[index] === '(') depth++
    if (text[index] === ')' && --depth === 0) return index
  }
  return text.length - 1
}

/** `DEBIAN_FRONTEND=noninteractive apt-get install` is a call of apt-get. */
function withoutAssignments(words: readonly string[]): readonly string[] {
  const first = words.findIndex(
    (word) => !/^[A-Za-z_]\w*=/.test(word) && word !== 'exec' && word !== 'sudo' && word !== 'then' && word !== 'do',
  )
  return first <= 0 ? words : words.slice(first)
}

/** Packages that `apt-get install`, `apt install` or `apk add` bring, less those that the same line removes again. */
export function systemPackages(instruction: Instruction): readonly string[] {
  const commands = commandsOf(instruction)
  const named = (verbs: readonly string[]) =>
    commands
      .filter(
        ([program = '', ...rest]) =>
          /^(apt|apt-get|apk|dnf|yum|microdnf)$/.test(baseName(program)) && rest.some((word) => verbs.includes(word)),
      )
      .flatMap((words) => words.slice(words.findIndex((word) => verbs.includes(word)) + 1).filter((word) => !word.startsWith('-')))
      .map((word) => word.split(/[=~<>]/)[0] ?? word)
  const removed = new Set(named(['purge', 'remove', 'del', 'erase', 'autoremove']))
  return named(['install', 'add']).filter((name) => !removed.has(name))
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
