import { Document, isMap, isSeq, visit } from 'yaml'
import type { Drawing } from '../domain/case.ts'
import type { Step } from '../domain/design.ts'
import { countText, timeText } from './units.ts'

/** The text form of a drawing; reading it gives the drawing again. */
export function writeDrawing(drawing: Drawing): string {
  const document = new Document(drawingData(drawing), { schema: 'core', aliasDuplicateObjects: false })
  lay(document)
  return printed(document)
}

/** Flow maps with room inside, flow lists without, as people write them. */
export function printed(document: Document): string {
  const text = document.toString({ lineWidth: 120, flowCollectionPadding: true })
  // Quoted texts and comments are passed over.
  return text.replaceAll(/"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|(?<=^|\s)#.*|\[ (?=\S)| \](?=[\s,\]}]|$)/gm, (piece) =>
    piece === '[ ' ? '[' : piece === ' ]' ? ']' : piece,
  )
}

/** Times and numbers as people write them, empty groups left out. */
function drawingData(drawing: Drawing): Readonly<Record<string, unknown>> {
  const groups = {
    components: mapped(drawing.components, ({ part, settings }) => ({
      part,
      ...mapped(settings, (each, key) => written(each, ['components', '', key])),
    })),
    policies: mapped(drawing.policies, policyData),
    routes: mapped(drawing.routes, (steps) => steps.map(stepData)),
    jobs: mapped(drawing.jobs, (seconds) => written(seconds, ['jobs', ''])),
    layout: mapped(drawing.layout, ([x, y]) => [x, y]),
  }
  return Object.fromEntries(Object.entries(groups).filter(([, group]) => Object.keys(group).length > 0))
}

/** Steps as data, times with their units. */
function stepData(step: Step): unknown {
  if (typeof step === 'string') return step
  return mapped(step as unknown as Readonly<Record<string, unknown>>, (value, key) => {
    if (key === 'seconds' || key === 'count' || key === 'work') return written(value, ['routes', key])
    if (key === 'all') return (value as readonly (readonly Step[])[]).map((branch) => branch.map(stepData))
    if (key === 'choose') {
      return (value as readonly { readonly share: number; readonly steps: readonly Step[] }[]).map(({ share, steps }) => ({
        share,
        steps: steps.map(stepData),
      }))
    }
    return Array.isArray(value) ? (value as readonly Step[]).map(stepData) : value
  })
}

function policyData(policy: object): Readonly<Record<string, unknown>> {
  return mapped(policy as Readonly<Record<string, unknown>>, (value, key) =>
    typeof value === 'object' && value !== null ? policyData(value) : written(value, ['policies', '', key]),
  )
}

const TIMED = new Set(['timeout', 'hedge', 'deadline', 'open', 'seconds', 'ttl', 'wait', 'interval', 'start', 'lease', 'commit'])

/** Numbers as people write them: times and large counts with a unit. `path`: where the value stands in a drawing. */
export function written(value: unknown, path: readonly (string | number)[]): unknown {
  const [group] = path
  if (typeof value !== 'number' || group === 'layout') return value
  const key = String(path.at(-1))
  const isTime = TIMED.has(key) || group === 'jobs' || (group === 'policies' && (key === 'base' || key === 'most'))
  if (isTime) return value === 0 ? 0 : short(value, timeText(value))
  return Math.abs(value) >= 10_000 ? short(value, countText(value)) : value
}

function short(value: number, text: string): number | string {
  return text === String(value) ? value : text
}

function mapped<T, U>(record: Readonly<Record<string, T>>, change: (value: T, key: string) => U): Readonly<Record<string, U>> {
  return Object.fromEntries(
    Object.entries(record)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, change(value, key)]),
  )
}

/** Groups and their names one a line, what stands below in one line where it is short. */
function lay(document: Document): void {
  visit(document, {
    Collection: (_, node, path) => {
      const depth = path.filter((each) => isMap(each) || isSeq(each)).length
      if (depth === 2 && isMap(node)) node.flow = true
      if (depth === 2 && isSeq(node)) node.flow = String(node).replaceAll(/\s+/g, ' ').length < 60 && node.items.length < 6
      if (depth === 3) node.flow = true
    },
  })
}
