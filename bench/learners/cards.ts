import { fsrs, type FSRSState, type Grade, Rating } from 'ts-fsrs'
import type { Chance } from './chance.ts'
import { MINUTES, type Practice, type Result } from './learner.ts'
import type { Policy, PolicyMaker, Syllabus } from './policy.ts'

/** How a scheduler of cards is set up. */
export interface Deck {
  /** Cards per pattern, each one item that comes again; 0 is one card per pattern that shows another story at each review. */
  readonly cards: 0 | 1 | 2 | 3
  /** Desired retention. */
  readonly retention: number
  /** Whether new cards come steadily, or only when nothing is due. */
  readonly pace: 'steady' | 'due-first'
  /** Also told the weights of the patterns and the date, as our planner is. */
  readonly informed: boolean
}

interface Card {
  readonly subject: number
  /** 0 is the pattern's first card. */
  readonly place: number
  state: FSRSState | undefined
  lastDay: number
}

const FSRS6 = fsrs({ enable_fuzz: false })
/** At a steady pace every pattern is met once when this share of the days is over, however many reviews are due. */
const NEW_SHARE = 0.66
/** The informed one opens no new pattern in the last days, and shows what will have faded by the date once more. */
const LAST_NEW_DAYS = 2
const REFRESH_DAYS = 6

/** FSRS-6 as ts-fsrs ships it, over cards as a careful user of Anki would make them: due cards first, then new ones, then ahead of time. */
export function cardScheduler(deck: Deck): PolicyMaker {
  const what = deck.cards === 0 ? 'a card a pattern, new story each time' : `${deck.cards} card${deck.cards > 1 ? 's' : ''} a pattern`
  const name = `FSRS, ${what}, retention ${deck.retention}, ${deck.pace}${deck.informed ? ', with weights and date' : ''}`
  return { name, make: (syllabus, chance) => schedule(deck, syllabus, chance) }
}

function schedule(deck: Deck, syllabus: Syllabus, chance: Chance): Policy {
  const weightOf = (subject: number): number => (deck.informed ? (syllabus.subjects[subject]?.weight ?? 0) : 1)
  const cards: Card[] = newCards(deck, syllabus, chance)
  const lessons = new Set<number>()
  const meetings = new Map<number, number>()
  const quota = deck.pace === 'steady' ? syllabus.subjects.length / (syllabus.days * NEW_SHARE) : 0
  let opened = 0
  let today = 0
  let last: number | undefined
  let chosen: { readonly card: Card; readonly practice: Practice } | undefined

  const recall = ({ state, lastDay }: Card, day: number): number =>
    state === undefined ? 0 : FSRS6.forgetting_curve(day - lastDay, state.stability)
  /** Larger comes first: the most forgotten, times what it weighs. */
  const urgency = (card: Card): number => (1 - recall(card, today)) * weightOf(card.subject)
  const isDue = (card: Card): boolean => {
    if (card.state === undefined) return lessons.has(card.subject) && card.place === 0
    if (card.lastDay === today) return false
    if (recall(card, today) < deck.retention) return true
    const left = syllabus.days - today
    return (
      deck.informed && left <= REFRESH_DAYS && syllabus.days - card.lastDay > REFRESH_DAYS && recall(card, syllabus.days) < deck.retention
    )
  }
  const practiceOf = (card: Card): Practice => {
    const { subject, place } = card
    if (!lessons.has(subject)) return { kind: 'lesson', subject, story: 0, variant: 0 }
    if (deck.cards > 0) return { kind: 'exercise', subject, story: place + 1, variant: 0 }
    const stories = syllabus.subjects[subject]?.stories ?? 1
    const meeting = (meetings.get(subject) ?? 0) + 1
    return { kind: 'exercise', subject, story: meeting % stories, variant: Math.floor(meeting / stories) }
  }
  const choose = (): Card | undefined => {
    const most = (of: readonly Card[]): Card | undefined => {
      const others = of.filter(({ subject }) => subject !== last)
      return (others.length > 0 ? others : of).reduce<Card | undefined>(
        (best, card) => (best === undefined || urgency(card) > urgency(best) ? card : best),
        undefined,
      )
    }
    const mayOpen = !deck.informed || syllabus.days - today > LAST_NEW_DAYS
    const unseen = mayOpen ? cards.find((card) => card.state === undefined && !(lessons.has(card.subject) && card.place === 0)) : undefined
    if (unseen !== undefined && opened < quota) return unseen
    const due = most(cards.filter(isDue))
    if (due !== undefined) return due
    return unseen ?? most(cards.filter((card) => card.state !== undefined && card.lastDay !== today))
  }

  return {
    begin: (day) => {
      today = day
      opened = 0
      last = undefined
    },
    next: (left) => {
      if (chosen === undefined) {
        const card = choose()
        chosen = card && { card, practice: practiceOf(card) }
      }
      if (chosen === undefined) return undefined
      const again = deck.cards > 0 && chosen.card.state !== undefined
      const minutes = chosen.practice.kind === 'lesson' ? MINUTES.lesson : again ? MINUTES.again : MINUTES.exercise
      return left < minutes ? undefined : chosen.practice
    },
    observe: (result) => {
      if (chosen === undefined) return
      const { card } = chosen
      if (card.state === undefined && (result.practice.kind === 'lesson' || card.place > 0)) opened++
      last = card.subject
      chosen = undefined
      if (result.practice.kind === 'lesson') {
        lessons.add(card.subject)
        return
      }
      meetings.set(card.subject, (meetings.get(card.subject) ?? 0) + 1)
      card.state = FSRS6.next_state(card.state ?? null, card.state === undefined ? 0 : today - card.lastDay, gradeOf(result))
      card.lastDay = today
    },
  }
}

/** First every pattern's first card, then the second ones: breadth before depth, by weight where that is told. */
function newCards({ cards, informed }: Deck, { subjects }: Syllabus, chance: Chance): Card[] {
  const order = chance.shuffled(subjects.map((_, n) => n))
  const all = Array.from({ length: Math.max(1, cards) }, (_, place) =>
    order.map((subject): Card => ({ subject, place, state: undefined, lastDay: -1 })),
  )
  const flat = all.flat()
  const worth = ({ subject, place }: Card): number => (subjects[subject]?.weight ?? 0) * 0.5 ** place
  return informed ? flat.sort((a, b) => worth(b) - worth(a)) : flat
}

/** How a user grades: failed or told is *again*, a second try or a nudge is *hard*, fast is *easy*. */
export function gradeOf({ passed, hint, submissions, activeMinutes, parMinutes }: Result): Grade {
  if (!passed || hint >= 2) return Rating.Again
  if (hint === 1 || submissions > 1) return Rating.Hard
  return activeMinutes < 0.6 * parMinutes ? Rating.Easy : Rating.Good
}
