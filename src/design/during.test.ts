import { expect, test } from 'vitest'
import type { Case, Drawing, Part } from '../domain/case.ts'
import { assemble } from './assemble.ts'
import { readDrawing } from './drawing.ts'
import { SHORTENER } from './fixtures/shortener.ts'

const SERVICE = SHORTENER.parts['service'] as Part
const PARTS = {
  ...SHORTENER.parts,
  cards: {
    ...SERVICE,
    component: { kind: 'pool', tokens: 256 },
    free: { work: { least: 1, most: 256, whole: true } },
    provides: { card: 1 },
  } as Part,
  training: { ...SERVICE, free: {}, during: { card: 128 } },
}

function refused(read: string): string | undefined {
  const aCase: Case = { ...SHORTENER, parts: PARTS, duties: [] }
  const text = `components: { cards: { part: cards }, files: { part: service }, run: { part: training } }
policies: { p: { timeout: 1 } }
routes:
  read: ${read}
  write: [files]
`
  const { drawing, problems } = readDrawing(text)
  expect(problems).toEqual([])
  const [flaw] = assemble(aCase, drawing as Drawing).problems
  return flaw === undefined ? undefined : `${flaw.where}: ${flaw.cause}. ${flaw.remedy}`
}

test.each([
  ['held in one go', '[{ at: cards, work: 128, hold: [files, run] }]'],
  ['held in two parts', '[{ at: cards, work: 64, hold: [{ at: cards, work: 64, hold: [run] }] }]'],
  ['within a call', '[{ at: cards, work: 128, hold: [{ call: [run], policy: p }] }]'],
])('a training whose cards are %s runs', (_, read) => expect(refused(read)).toBeUndefined())

test.each([
  ['given back before it', '[{ at: cards, work: 128, hold: [files] }, run]', 'routes.read[1]', 'nothing'],
  ['too few', '[{ at: cards, work: 64, hold: [run] }]', 'routes.read[0].hold[0]', '64'],
  ['held by whom it left', '[{ at: cards, work: 128, hold: [{ apart: [run] }] }]', 'routes.read[0].hold[0].apart[0]', 'nothing'],
])('a training whose cards are %s does not', (_, read, where, have) => {
  expect(refused(read)).toBe(
    `${where}: "run" works only while 128 times "card" is held, and here ${have} is. Put it into the hold: [...] of cards.`,
  )
})
