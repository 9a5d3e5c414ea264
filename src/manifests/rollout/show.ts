import type { Difference, ShownArray } from '../../domain/shown.ts'
import type { RolloutCase } from './case.ts'
import type { Moment, Rollout } from './simulate.ts'

/** Lines of a time line that a person reads. */
const MOST_LINES = 24

/** The time line as a table of text: a line for each second in which something happened. */
export function sayTimeline({ moments }: Rollout): string {
  const eventful = moments.filter((moment, index) => moment.notes.length > 0 || isTurn(moments[index - 1], moment))
  const shown = eventful.length <= MOST_LINES ? eventful : [...eventful.slice(0, MOST_LINES - 4), ...eventful.slice(-4)]
  const head = ['second', 'old', 'new', 'starting', 'ending', 'capacity', 'failing', 'what happened']
  const rows = shown.map(({ at, oldReady, newReady, starting, ending, capacity, failing, notes }) => [
    ...[at, oldReady, newReady, starting, ending, round(capacity), round(failing)].map(String),
    notes.join('; '),
  ])
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => (row[column] ?? '').length)))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === 7 ? cell : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd()
  const lines = rows.map(line)
  if (shown.length < eventful.length) lines.splice(MOST_LINES - 4, 0, `… ${eventful.length - shown.length} more …`)
  return [line(head), ...lines].join('\n')
}

/** Requests begin or cease to fail. */
function isTurn(before: Moment | undefined, now: Moment): boolean {
  return before !== undefined && before.failing > 0 !== now.failing > 0
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** Points of a curve. */
const MOST_POINTS = 600

/** What arrives and what the pods can serve, second by second. */
export function showRollout({ moments }: Rollout, { load }: RolloutCase): Difference {
  const step = Math.ceil(moments.length / MOST_POINTS)
  const points = moments.filter((_, index) => index % step === 0)
  return { expected: curve(points.map(() => load)), actual: curve(points.map(({ capacity }) => round(capacity))), cells: [] }
}

function curve(values: readonly number[]): ShownArray {
  return {
    kind: 'array',
    type: 'requests a second',
    dtype: 'second by second',
    shape: [values.length],
    cells: [values.slice(0, 12).map(String)],
    curve: values.length >= 16 ? values : undefined,
    truncated: values.length > 12,
  }
}
