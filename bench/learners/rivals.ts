import { fsrs, type FSRSState, type Grade, Rating } from 'ts-fsrs'
import { rateExecution } from '../../src/memory/rating.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import type { Foretold } from './prequential.ts'
import type { Said } from './scoring.ts'

const GRADES = { 1: Rating.Again, 2: Rating.Hard, 3: Rating.Good, 4: Rating.Easy } as const
const FSRS6 = fsrs({ enable_fuzz: false })
/** Weight of the newest outcome; the best of a few tried on development seeds. */
const NEWEST = 0.1

/** What simple forecasters would have said of the same outcomes, in the same order: a new one of these for each learner. */
export function rivalsOf(log: readonly Foretold[]): Readonly<Record<'average' | 'moving average' | 'FSRS-6', readonly Said[]>> {
  return { average: averaging(log), 'moving average': moving(log), 'FSRS-6': byFsrs(log) }
}

/** The share passed so far, of outcomes of the same kind: a drill passes more often than an exercise. */
function averaging(log: readonly Foretold[]): Said[] {
  const seen = { recognise: { passed: 1, all: 2 }, execute: { passed: 1, all: 2 } }
  return log.map(({ evidence, passed }) => {
    const count = seen[evidence.facet]
    const said = count.passed / count.all
    count.passed += Number(passed)
    count.all++
    return { said, passed }
  })
}

function moving(log: readonly Foretold[]): Said[] {
  const lately = { recognise: 0.5, execute: 0.5 }
  return log.map(({ evidence, passed }) => {
    const said = lately[evidence.facet]
    lately[evidence.facet] += NEWEST * (Number(passed) - said)
    return { said, passed }
  })
}

/** FSRS-6 with its default weights, a card for each pattern and facet; before a card's first review it says what the average says. */
function byFsrs(log: readonly Foretold[]): Said[] {
  const average = averaging(log)
  const cards = new Map<string, { readonly state: FSRSState; readonly day: number }>()
  return log.map(({ evidence, passed }, at) => {
    const key = `${evidence.pattern} ${evidence.facet}`
    const card = cards.get(key)
    const elapsed = card === undefined ? 0 : evidence.day - card.day
    const said = card === undefined ? (average[at]?.said ?? 0.5) : FSRS6.forgetting_curve(elapsed, card.state.stability)
    cards.set(key, { state: FSRS6.next_state(card?.state ?? null, elapsed, gradeOf(evidence, passed)), day: evidence.day })
    return { said, passed }
  })
}

function gradeOf({ outcome }: Evidence, passed: boolean): Grade {
  return passed ? GRADES[rateExecution(outcome).rating] : Rating.Again
}
