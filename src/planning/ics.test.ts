import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { startMemory } from '../memory/remember.ts'
import { makeCurriculum, makeTarget, MONDAY } from './fixtures/curriculum.ts'
import { type IcsOptions, writeIcs } from './ics.ts'
import { makePlan } from './plan.ts'
import { WEIGHED_TOPICS } from './topic-mix.ts'

const plan = makePlan({
  target: makeTarget({ date: '2026-11-12' }),
  today: MONDAY,
  curriculum: makeCurriculum(22),
  memory: startMemory(WEIGHED_TOPICS),
})
const nasty = 'Semicolons; commas, back\\slashes,\nnew lines and a very long title with umlauts: Übermäßig, 🎯 日本語の長い題名 '
const options: IcsOptions = { stamp: '20261102T060000Z', titleOf: (pattern) => `${nasty}${pattern}`, learner: 'lo/cal' }

function read(text: string) {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each))
}

test('an independent parser reads one event for each day with something to do, and the interview', () => {
  const events = read(writeIcs(plan, options))
  const days = plan.days.filter(({ entries }) => entries.length > 0)
  expect(events.length).toBe(days.length + 1)
  expect(events[0]?.startDate.toString()).toBe('2026-11-02')
  expect(events[0]?.startDate.isDate).toBe(true)
  expect(events[0]?.endDate.toString()).toBe('2026-11-03')
  expect(events.at(-1)?.summary).toBe('Interview')
  expect(events.at(-1)?.startDate.toString()).toBe('2026-11-12')
})

test('text comes back as it was, whatever is in it', () => {
  const [first] = read(writeIcs(plan, options))
  const [lesson] = plan.days[0]?.entries ?? []
  expect(first?.description.split('\n').slice(0, 2).join('\n')).toBe(`New: ${nasty}${lesson?.pattern}`)
})

test('lines end with CRLF and none is longer than 75 octets', () => {
  const text = writeIcs(plan, options)
  const lines = text.split('\r\n')
  expect(lines.at(-1)).toBe('')
  expect(lines.filter((line) => line.includes('\n'))).toEqual([])
  expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75)
})

test('a day keeps its id in a later plan and every id is its own', () => {
  const ids = read(writeIcs(plan, options)).map(({ uid }) => uid)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids[0]).toBe('2026-11-02-lo-cal@onsite')
  const later = makePlan({
    target: makeTarget({ date: '2026-11-12' }),
    today: MONDAY + 1,
    curriculum: makeCurriculum(22),
    memory: startMemory(WEIGHED_TOPICS),
  })
  expect(ids).toEqual(expect.arrayContaining(read(writeIcs(later, options)).map(({ uid }) => uid)))
})

test('reviews are not given away by name', () => {
  const text = writeIcs(plan, { ...options, titleOf: (pattern) => pattern })
  const lessons = plan.days.flatMap(({ entries }) => entries.filter(({ activity }) => activity === 'lesson'))
  expect(text.replaceAll('\r\n ', '').split('pattern-').length - 1).toBe(lessons.length)
})
