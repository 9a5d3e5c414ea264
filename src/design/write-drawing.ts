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
export function drawingData(drawing: Drawing): Readonly<Record<string, unknown>> {
  const groups = {
    components: mapped(drawing.components, ({ part, settings }) => ({ part, ...mapped(settings, (each) => readable(each)) })),
    policies: mapped(drawing.policies, policyData),
    routes: mapped(drawing.routes, (steps) => steps.map(stepData)),
    jobs: mapped(drawing.jobs, timeData),
    layout: mapped(drawing.layout, ([x, y]) => [x, y]),
  }
  return Object.fromEntries(Object.entries(groups).filter(([, group]) => Object.keys(group).length > 0))
}

/** Steps as data, times with their units. */
export function stepData(step: Step): unknown {
  if (typeof step === 'string') return step
  return mapped(step as unknown as Readonly<Record<string, unknown>>, (value, key) => {
    if (key === 'seconds') return timeData(value as number)
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

const TIMED = new Set(['timeout', 'hedge', 'deadline', 'base', 'most', 'open'])

export function policyData(policy: object): Readonly<Record<string, unknown>> {
  return mapped(policy as Readonly<Record<string, unknown>>, (value, key) => {
    if (typeof value === 'object' && value !== null) return policyData(value)
    return typeof value === 'number' && TIMED.has(key) ? timeData(value) : value
  })
}

/** Large numbers with their unit; small times too, since nobody counts in thousandths. */
export function readable(value: number | string | boolean): number | string | boolean {
  if (typeof value !== 'number') return value
  const text = Math.abs(value) >= 10_000 ? countText(value) : String(value)
  return text === String(value) ? value : text
}

export function timeData(seconds: number): number | string {
  if (seconds === 0) return 0
  const text = timeText(seconds)
  return text === String(seconds) ? seconds : text
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
