import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digestOf, fileOf, packed, type Shared, textOfFile, unpacked } from './share.ts'

const SHARED: Shared = {
  slug: 'url-shortener',
  text: 'components:\n  app: { part: service, replicas: 6 } # six\n',
  level: 'senior',
  scenario: 'flush',
  seed: 12_345,
  engine: 2,
  caseHash: 'ab12',
  digest: 'feedc0de',
}

test('a link brings back the drawing with all that replays it', () => {
  expect(unpacked(`#${packed(SHARED)}`)).toEqual(SHARED)
  expect(packed(SHARED)).toMatch(/^design=[\w-]+$/)
})

test('any text survives, whatever its letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(unpacked(packed({ ...SHARED, text }))?.text).toBe(text)
    }),
  )
})

test.each(['', '#', '#answer', '#design=', '#design=AAAA', '#design=%%', `#${packed({ ...SHARED, level: 'wizard' as Shared['level'] })}`])(
  'an address that brings no drawing is passed by: %s',
  (hash) => {
    expect(unpacked(hash)).toBeUndefined()
  },
)

test('a saved file is read back, and any other file as it is', () => {
  expect(textOfFile(fileOf(SHARED))).toBe(SHARED.text)
  expect(textOfFile('# mine\ncomponents: {}\n')).toBe('# mine\ncomponents: {}\n')
})

test('the same report has the same digest on both sides of the wire, another one another', () => {
  const report = { b: 1, a: [0.1, Number.NaN], none: undefined }
  expect(digestOf(report)).toBe(digestOf({ a: [0.1, null], b: 1 }))
  expect(digestOf(report)).not.toBe(digestOf({ a: [0.1, 0], b: 1 }))
})
