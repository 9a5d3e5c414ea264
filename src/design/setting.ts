import type { Drawing, Freedom, Part, Setting } from '../domain/case.ts'
import type { Flaw } from './flaw.ts'
import { suggest } from './nearest.ts'
import { countText, timeText } from './units.ts'

/** What is wrong with one setting of a component. */
export function settingFlaw(part: Part, key: string, value: Setting, where: string, drawing: Drawing): readonly Flaw[] {
  const flaw = (cause: string, remedy: string) => [{ line: 0, where, cause, remedy }]
  const freedom = Object.hasOwn(part.free, key) && key !== 'work' ? part.free[key] : undefined
  if (freedom === undefined) {
    if (key === 'work') return flaw('how much a visit is stands with the visit', 'Write { at: ..., work: ... } in a route.')
    const fixed = Object.hasOwn(part.component, key) ? `"${key}" of this part is given` : `this part has no setting "${key}"`
    return flaw(
      fixed,
      suggest(
        key,
        Object.keys(part.free).filter((name) => name !== 'work'),
      ),
    )
  }
  if ('names' in freedom) {
    return Object.hasOwn(drawing.components, String(value))
      ? []
      : flaw(`there is no component "${String(value)}"`, suggest(String(value), Object.keys(drawing.components)))
  }
  if ('among' in freedom) {
    return freedom.among.includes(value)
      ? []
      : flaw(`${JSON.stringify(value)} is not to be had`, `Choose one of ${freedom.among.join(', ')}.`)
  }
  const remedy = `Give ${rangeText(key, freedom)}.`
  if (typeof value !== 'number') return flaw(`expected a number, got ${JSON.stringify(value)}`, remedy)
  if (value < freedom.least || value > freedom.most) return flaw(`${value} is out of range`, remedy)
  return freedom.whole && !Number.isInteger(value) ? flaw(`${value} is not whole`, remedy) : []
}

/** Settings in seconds, by their last word. */
const TIMED = new Set([
  'ttl',
  'wait',
  'interval',
  'start',
  'lease',
  'commit',
  'mean',
  'base',
  'sync',
  'checkpoint',
  'cost',
  'restart',
  'every',
  'seconds',
  'allowed',
  'repair',
  'period',
  'failover',
])

const WHOLE = new Set(
  'replicas servers cores capacity tokens partitions consumers parallel bound perKey again batch sequences chunk queue limit followers keys zones copies nodes units write read acks alike work least most'.split(
    ' ',
  ),
)

/** Whether only whole numbers make sense of a setting. */
export function isWhole(key: string): boolean {
  return WHOLE.has(key)
}

/** Whether the number of a setting is a time. */
export function isTime(key: string, freedom: Freedom): boolean {
  return 'least' in freedom && !freedom.whole && (key === 'backoff.most' || TIMED.has(key.split('.').at(-1) ?? ''))
}

/** A range in words: `a whole number from 1 to 64`. */
export function rangeText(key: string, freedom: Extract<Freedom, { readonly least: number }>): string {
  const text = isTime(key, freedom) ? timeText : countText
  const kind = isTime(key, freedom) ? 'a time' : freedom.whole ? 'a whole number' : 'a number'
  return `${kind} from ${text(freedom.least)} to ${text(freedom.most)}`
}
