import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import type { Pattern } from '../domain/pattern.ts'
import { ankiDeck } from './deck.ts'

const contents = z.object({
  broken: z.null(),
  media: z.object({}),
  sound: z.string(),
  version: z.number(),
  options: z.array(z.string()),
  notes: z.array(
    z.object({
      type: z.string(),
      deck: z.string(),
      new: z.boolean(),
      tags: z.array(z.string()),
      fields: z.record(z.string(), z.string()),
      checksum: z.boolean(),
      guid: z.string(),
      id: z.number(),
    }),
  ),
})

/** Read by another program: Python's own zipfile and sqlite3. */
function readByPython(bytes: Uint8Array): z.infer<typeof contents> {
  const folder = mkdtempSync(join(tmpdir(), 'onsite-deck-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'deck.apkg'), bytes)
  const python = join(import.meta.dirname, '../../.python/bin/python')
  const answer = execFileSync(python, [join(import.meta.dirname, 'fixtures/reads-deck.py'), join(folder, 'deck.apkg')], {
    encoding: 'utf8',
  })
  return contents.parse(JSON.parse(answer))
}

function pattern(id: string, changes: Partial<Pattern> = {}): Pattern {
  return { id, topic: 'x', title: `Title of ${id}`, confusable: [], cue: 'cue', idea: 'idea', trap: 'trap', example: undefined, ...changes }
}

const at = (now: number) => ({ now, scratch: tmpdir() })

test('another program reads the deck: sound, schema 11, a new card for each pattern in the given order', () => {
  const { sound, version, options, notes } = readByPython(ankiDeck([pattern('x/second'), pattern('x/first')], at(Date.UTC(2026, 10, 22))))
  expect({ sound, version, options }).toEqual({ sound: 'ok', version: 11, options: ['1'] })
  expect(notes).toMatchObject([
    { type: 'Onsite pattern', deck: 'Onsite', new: true, tags: ['x::second', 'onsite'], checksum: true },
    { tags: ['x::first', 'onsite'], checksum: true },
  ])
  expect(notes[0]?.fields).toEqual({
    Cue: '<p>cue</p>',
    Pattern: '<p>Title of x/second</p>',
    Idea: '<p>idea</p>',
    Trap: '<p>trap</p>',
    Topic: 'x',
  })
})

test('the same pattern is the same note for ever, so that a second import changes it instead of doubling it', () => {
  const [before, after] = [1, 2].map(
    (day) => readByPython(ankiDeck([pattern('x/a', { cue: `cue ${day}` })], at(Date.UTC(2026, 10, day)))).notes[0],
  )
  expect(after?.fields).not.toEqual(before?.fields)
  expect({ id: after?.id, guid: after?.guid }).toEqual({ id: before?.id, guid: before?.guid })
})

test('mathematics is written for MathJax, links into Onsite are words, HTML of a page does nothing', () => {
  const cue = 'When $a<b$ in [this](pattern:x/y), see [docs](https://example.org) <script>alert(1)</script>\n\n$$\nx^2\n$$\n'
  const html = readByPython(ankiDeck([pattern('x/a', { cue })], at(Date.UTC(2026, 10, 22)))).notes[0]?.fields['Cue'] ?? ''
  expect(html).toContain('\\(a&#x3C;b\\)')
  expect(html).toContain('<p>\\[x^2\\]</p>')
  expect(html).toContain('<span>this</span>')
  expect(html).toContain('<a href="https://example.org">docs</a>')
  expect(html).not.toContain('<script')
})

test('no pattern is an empty deck, not an error', () => {
  expect(readByPython(ankiDeck([], at(Date.UTC(2026, 10, 22)))).notes).toEqual([])
})
