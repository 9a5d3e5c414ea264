import type { Pattern } from '../domain/pattern.ts'

/** Words of titles that give nothing away. */
const PLAIN: ReadonlySet<string> = new Set(
  'a an and are as at by for from how in into is it its not of off on or over per than that the to under what when with within without you'.split(
    ' ',
  ),
)

/**
 * What a text says of a pattern's name: its title or id in full, or all their telling words in one sentence, endings
 * aside. Undefined where the text keeps it to itself. Code counts too: `keepdims` is no word of a title, `softmax` is.
 */
export function leakOf(text: string, { id, title }: Pick<Pattern, 'id' | 'title'>): string | undefined {
  const names = [title, (id.split('/')[1] ?? '').replaceAll('-', ' ')]
  const sentences = text.split(/(?<=[.!?;:])\s+|\n\s*\n|\n\s*[-*|]/)
  for (const name of names) {
    const telling = stems(name)
    if (telling.length === 0) continue
    const sentence = sentences.find((one) => {
      const said = stems(one)
      return telling.every((stem) => said.includes(stem))
    })
    if (sentence !== undefined) return sentence.replaceAll(/\s+/g, ' ').trim()
  }
  return undefined
}

/** Telling words without their endings: `batches` and `batching` are `batch`. */
function stems(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}@]+/gu) ?? []
  return words
    .filter((word) => !PLAIN.has(word))
    .map((word) => word.replace(/(?:ings?|e[ds]|e?s|ed|e)$/, (ending) => (word.length - ending.length < 3 ? ending : '')))
}
