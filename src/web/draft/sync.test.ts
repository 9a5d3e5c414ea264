import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DraftEvent, type DraftState, delayMs, openDraft, stepDraft } from './sync.ts'

function after(...events: readonly DraftEvent[]): DraftState {
  return events.reduce(stepDraft, openDraft({ text: 'start', revision: 3 }))
}

test('what is typed waits, goes out, and is saved', () => {
  const typed = after({ type: 'edited', text: 'a' })
  expect(typed.phase).toBe('waiting')
  const sending = stepDraft(typed, { type: 'due' })
  expect([sending.phase, sending.sent, sending.base.revision]).toEqual(['saving', 'a', 3])
  const saved = stepDraft(sending, { type: 'stored', revision: 4 })
  expect([saved.phase, saved.base]).toEqual(['saved', { text: 'a', revision: 4 }])
})

test('typing back to what the server holds needs no save', () => {
  expect(after({ type: 'edited', text: 'a' }, { type: 'edited', text: 'start' }).phase).toBe('saved')
})

test('what is typed during a save is sent after it', () => {
  const state = after({ type: 'edited', text: 'a' }, { type: 'due' }, { type: 'edited', text: 'ab' }, { type: 'stored', revision: 4 })
  expect([state.phase, state.text, state.base]).toEqual(['waiting', 'ab', { text: 'a', revision: 4 }])
})

test('without the server it waits longer after each failure, and the newest text goes out', () => {
  const away = after({ type: 'edited', text: 'a' }, { type: 'due' }, { type: 'unreachable' }, { type: 'edited', text: 'ab' })
  expect([away.phase, delayMs(away)]).toEqual(['offline', 1000])
  const further = [{ type: 'due' }, { type: 'unreachable' }].map((event) => event as DraftEvent).reduce(stepDraft, away)
  expect(delayMs(further)).toBe(2000)
  expect(delayMs({ ...further, failures: 40 })).toBe(30_000)
  const back = stepDraft(stepDraft(further, { type: 'due' }), { type: 'stored', revision: 4 })
  expect([back.phase, back.base.text, back.failures]).toEqual(['saved', 'ab', 0])
})

test('a newer version of another tab is a choice, and the one not chosen can be brought back', () => {
  const theirs = { text: 'theirs', revision: 4 }
  const conflict = after({ type: 'edited', text: 'mine' }, { type: 'due' }, { type: 'refused', stored: theirs })
  expect([conflict.phase, conflict.text]).toEqual(['conflict', 'mine'])
  expect(stepDraft(conflict, { type: 'due' }).phase).toBe('conflict')

  const took = stepDraft(conflict, { type: 'took' })
  expect([took.phase, took.text, took.aside, took.base]).toEqual(['saved', 'theirs', 'mine', theirs])
  const swapped = stepDraft(took, { type: 'swapped' })
  expect([swapped.phase, swapped.text, swapped.aside]).toEqual(['waiting', 'mine', 'theirs'])

  const kept = stepDraft(conflict, { type: 'kept' })
  expect([kept.phase, kept.text, kept.aside, kept.base]).toEqual(['waiting', 'mine', 'theirs', theirs])
})

test('another tab that saved the same text is no conflict', () => {
  const state = after({ type: 'edited', text: 'same' }, { type: 'due' }, { type: 'refused', stored: { text: 'same', revision: 9 } })
  expect([state.phase, state.base.revision]).toEqual(['saved', 9])
})

test('an old announcement changes nothing', () => {
  const state = after({ type: 'announced', version: { text: 'old', revision: 2 } })
  expect(state).toEqual(openDraft({ text: 'start', revision: 3 }))
})

test('a version set aside on the server by an import is a choice too, never an endless refusal', () => {
  const state = after({ type: 'edited', text: 'mine' }, { type: 'due' }, { type: 'refused', stored: { text: '', revision: 0 } })
  expect(state.phase).toBe('conflict')
  const resent = stepDraft(stepDraft(state, { type: 'kept' }), { type: 'due' })
  expect([resent.phase, resent.sent, resent.base.revision]).toEqual(['saving', 'mine', 0])
})

test('keystrokes that a crash kept from the server come back and are saved', () => {
  const mirror = { text: 'typed before the crash', revision: 3, unsaved: true, aside: undefined, at: 0 }
  expect(after({ type: 'recovered', mirror })).toMatchObject({ phase: 'waiting', text: 'typed before the crash' })
})

test('a version set aside comes back without what the server already had beside it', () => {
  const mirror = { text: 'saved long ago', revision: 1, unsaved: false, aside: 'not chosen', at: 0 }
  expect(after({ type: 'recovered', mirror })).toMatchObject({ phase: 'saved', text: 'start', aside: 'not chosen' })
})

test('recovered keystrokes on an older version than the server holds are a choice', () => {
  const mirror = { text: 'old work', revision: 1, unsaved: true, aside: undefined, at: 0 }
  expect(after({ type: 'recovered', mirror })).toMatchObject({
    phase: 'conflict',
    text: 'old work',
    theirs: { text: 'start', revision: 3 },
  })
})

test('whatever happens, the last text typed or chosen is what the editor shows, and saved means that the server holds it', () => {
  const text = fc.constantFrom('a', 'b', 'c', 'start')
  const event: fc.Arbitrary<DraftEvent> = fc.oneof(
    fc.record({ type: fc.constant('edited' as const), text }),
    fc.constantFrom<DraftEvent>(
      { type: 'due' },
      { type: 'unreachable' },
      { type: 'took' },
      { type: 'kept' },
      { type: 'swapped' },
      { type: 'forgot' },
    ),
    fc.record({ type: fc.constant('announced' as const), version: fc.record({ text, revision: fc.nat(20) }) }),
    fc.record({ type: fc.constant('stored' as const), revision: fc.nat(20) }),
    fc.record({ type: fc.constant('refused' as const), stored: fc.record({ text, revision: fc.nat(20) }) }),
  )
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      let state = openDraft({ text: 'start', revision: 3 })
      for (const next of events) {
        // The network answers only what was asked.
        if (['unreachable', 'stored', 'refused'].includes(next.type) && state.phase !== 'saving') continue
        const before = state
        state = stepDraft(state, next)
        if (next.type === 'edited') expect(state.text).toBe(next.text)
        else if (!['took', 'swapped'].includes(next.type)) expect(state.text).toBe(before.text)
        if (state.phase === 'saved') expect(state.base.text).toBe(state.text)
        if (state.phase === 'conflict') expect(state.theirs).toBeDefined()
        // A text leaves the editor only into `aside`.
        if (next.type === 'took' && before.theirs !== undefined) expect(state.aside).toBe(before.text)
      }
    }),
  )
})
