import { isMap, isSeq, parseDocument } from 'yaml'
import { splitFrontMatter } from './front-matter.ts'

/** Adds a name at the end of one of the lists of `topic.md`; every other byte stays as it is. Undefined when the file's front matter cannot be read. */
export function addToOrderList(
  source: string,
  list: 'patterns' | 'exercises' | 'labs' | 'questions' | 'designs',
  name: string,
): string | undefined {
  const { yaml } = splitFrontMatter(source)
  if (yaml === undefined) return undefined
  const document = parseDocument(yaml)
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined
  const start = source.indexOf('\n') + 1
  const insert = (at: number, text: string) => source.slice(0, start + at) + text + source.slice(start + at)
  const seq = document.get(list, true)
  if (seq === undefined || (isMap(document.contents) && !isSeq(seq))) {
    if (document.has(list)) return undefined
    return insert(yaml.length, `${list}: [${name}]\n`)
  }
  if (!isSeq(seq)) return undefined
  if (seq.flow) {
    const close = (seq.range?.[1] ?? 1) - 1
    const before = yaml.slice(0, close)
    if (seq.items.length === 0) return insert(close, name)
    // After the last name, in front of the blanks and the comma that may follow it.
    const last = before.trimEnd().replace(/,$/, '')
    const multiline = /\n([ \t]*)\S[^\n]*$/.exec(last)?.[1]
    const between = yaml.slice(seq.range?.[0] ?? 0, close).includes('\n') && multiline !== undefined ? `,\n${multiline}` : ', '
    return source.slice(0, start + last.length) + between + name + source.slice(start + last.length)
  }
  const lines = yaml.slice(0, seq.range?.[1]).trimEnd()
  const indent = /(?:^|\n)([ \t]*)- [^\n]*$/.exec(lines)?.[1] ?? '  '
  return insert(lines.length, `\n${indent}- ${name}`)
}
