import type { Draw, Drawable } from '../domain/estimation.ts'
import { type Formula, parseFormula, valueOf } from './formula.ts'
import { sayQuantity } from './say-quantity.ts'

/** A place in a text where a number stands. */
export interface Blank {
  /** Place in the text, characters from its start. */
  readonly at: number
  readonly length: number
  /** What stands in the braces. */
  readonly text: string
  /** What is shown: a name alone, or after `=` a formula; undefined where it is neither. */
  readonly formula: Formula | undefined
  /** Why it is neither. */
  readonly problem: string | undefined
  /** A unit that stands right behind, which is said with the number: `{size} B` gives *300 kB*. */
  readonly unit: string | undefined
}

/** Code and mathematics keep their braces, and so do the attributes of a directive. */
const BLANK =
  /(^(?: {0,3})(`{3,}|~{3,})[\s\S]*?(?:^ {0,3}\2|$(?![\s\S]))|^:::.*$|`[^`\n]*`|\$\$[\s\S]*?\$\$|\$(?!\s)[^$\n]*?\$)|\{([^{}\n]*)\}(?: (B|s|USD|%)((?:\/(?:s|min|h|day|month|year))?)(?![A-Za-z0-9]))?/gm
/** What is drawn is told as it is; what is worked out, to three digits. */
const DRAWN_DIGITS = 12

/** Every blank of a text. */
export function blanksOf(text: string): readonly Blank[] {
  return [...text.matchAll(BLANK)].flatMap((match) => {
    const [whole, kept, , inside = '', base, per = ''] = match
    if (kept !== undefined) return []
    const calculated = inside.startsWith('=')
    const formula = parseFormula(calculated ? inside.slice(1) : inside)
    const fits = formula.kind !== 'problem' && (calculated || formula.kind === 'name')
    const problem = formula.kind === 'problem' ? formula.what : 'a formula begins with =, as in {= a * b}'
    return [
      {
        at: match.index,
        length: whole.length,
        text: inside,
        formula: fits ? formula : undefined,
        problem: fits ? undefined : problem,
        unit: base === undefined ? undefined : `${base}${per}`,
      },
    ]
  })
}

/** The text with what was drawn, and what follows from it, in its blanks. */
export function fill(text: string, numbers: Readonly<Record<string, Drawable>>, draw: Draw): string {
  let filled = ''
  let end = 0
  for (const { at, length, formula, unit } of blanksOf(text)) {
    if (formula === undefined) continue
    const own = formula.kind === 'name' && Object.hasOwn(numbers, formula.name) ? numbers[formula.name]?.unit : undefined
    const said = sayQuantity(valueOf(formula, draw), unit ?? own ?? '', formula.kind === 'name' ? DRAWN_DIGITS : undefined)
    filled += text.slice(end, at) + said
    end = at + length
  }
  return filled + text.slice(end)
}
