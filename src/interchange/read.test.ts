import { readdirSync, readFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { expect, onTestFinished, test } from 'vitest'
import { UserError } from '../domain/user-error.ts'
import { ankiDeck } from './deck.ts'
import { readReviews } from './read.ts'

const NOW = Date.UTC(2027, 0, 1)
const patterns = [
  { id: 'tensors/stable-softmax', title: 'Stable softmax' },
  { id: 'pandas/copy-on-write', title: 'Copy on write' },
]

function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'onsite-interchange-'))
  onTestFinished(() => {
    expect(readdirSync(folder)).toEqual([])
    rmSync(folder, { recursive: true })
  })
  return folder
}

function read(bytes: Uint8Array | string, name = 'log.csv') {
  return readReviews(typeof bytes === 'string' ? strToU8(bytes) : bytes, { name, patterns, now: NOW, scratch: scratchFolder() })
}

function complaint(bytes: Uint8Array | string): UserError {
  try {
    read(bytes)
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  throw new Error('was read')
}

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name))

/** Written by Anki 26.9: two cards of ours by their tags, one by its deck's name, one about something else. */
test.each(['older.apkg', 'newer.apkg', 'whole.colpkg'])('%s as Anki writes it is read', (name) => {
  const { from, reviews, unmatched } = read(fixture(name), name)
  expect(from).toBe('anki')
  expect(reviews.map(({ pattern, rating }) => [pattern, rating])).toEqual([
    ['tensors/stable-softmax', 3],
    ['pandas/copy-on-write', 1],
    ['tensors/stable-softmax', 4],
  ])
  expect(new Date(reviews[0]?.at ?? 0).toISOString()).toMatch(/^2026-11-22T/)
  expect(unmatched).toEqual([{ label: 'Geography', count: 1 }])
})

test('a table says which pattern, which grade and when, in the words that programs use', () => {
  const at = Date.UTC(2026, 4, 1, 18, 30)
  const tables = [
    `pattern,rating,time\ntensors/stable-softmax,3,${at}\n`,
    `time;rating;pattern\n2026-05-01T18:30:00Z;good;Stable softmax\n`,
    `card_id,review_time,review_rating,review_state,review_duration\nstable-softmax,${at},3,2,4000\n`,
    `Deck\tGrade\tReviewed at\n"Maths::tensors::stable-softmax"\t3\t2026-05-01 18:30\n`,
    `front,ease,timestamp\r\n"Stable, ""softmax""",3,${at / 1000}\r\nStable softmax,3,${at / 1000}\r\n`,
    `\ufeffpattern,rating,time\n\ntensors::stable-softmax,3.0,2026-05-01T20:30:00+02:00\n`,
    `tags,rating,time\nhard tensors::stable-softmax exam,3,${at}\n`,
  ]
  for (const table of tables) expect(read(table).reviews, table).toEqual([{ at, rating: 3, pattern: 'tensors/stable-softmax' }])
})

test('a table in UTF-16, as spreadsheets save it, is read', () => {
  const text = 'pattern\trating\ttime\ntensors/stable-softmax\t2\t2026-05-01\n'
  expect(read(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])).reviews).toEqual([
    { at: Date.UTC(2026, 4, 1), rating: 2, pattern: 'tensors/stable-softmax' },
  ])
})

test('the same review twice counts once; reviews come in the order of time', () => {
  const { reviews } = read('pattern,rating,time\ncopy-on-write,1,2026-05-02\ncopy-on-write,3,2026-05-01\ncopy-on-write,3,2026-05-01\n')
  expect(reviews.map(({ rating }) => rating)).toEqual([3, 1])
})

test.each([
  ['', 'log.csv', 'The file is empty.'],
  ['pattern,rating,time\n', 'log.csv', 'There is no review below the header.'],
  [
    'name,score\na,1\n',
    'log.csv:1',
    'No column says which pattern (`pattern`, `tags`, `deck` or `front`), and none the grade (`rating`), and none when (`time`).',
  ],
  ['pattern,rating,time\nstable-softmax,3,2026-05-01\nstable-softmax,7,2026-05-01\n', 'log.csv:3', '"7" is no grade.'],
  ['pattern,rating,time\nstable-softmax,3,yesterday\n', 'log.csv:2', '"yesterday" is no time.'],
  ['pattern,rating,time\nstable-softmax,3,2026-13-41\n', 'log.csv:2', '"2026-13-41" is no time.'],
  ['pattern,rating,time\nstable-softmax,3,2031-01-01\n', 'log.csv:2', 'A review in the future: 2031-01-01T00:00:00.000Z.'],
  ['pattern,rating,time\nstable-softmax,3,1970-01-02\n', 'log.csv:2', 'A review before 1990: 1970-01-02T00:00:00.000Z.'],
  ['pattern,rating,time\nstable-softmax,3\n', 'log.csv:2', 'Is not a table: '],
  ['pattern,rating,time\n"stable-softmax,3,2026-05-01\n', 'log.csv:2', 'Is not a table: '],
  ['pattern,rating,time\nFrance,3,2026-05-01\n', 'log.csv', 'None of its 1 reviews is about a pattern of Onsite\'s: "France".'],
  ['just a letter', 'log.csv:1', 'No column says which pattern'],
  [Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff]), 'log.csv', 'Is neither an Anki package nor text in UTF-8.'],
  [Buffer.from('pattern,rating,time\nna\xefve,3,2026-05-01\n', 'latin1'), 'log.csv', 'Is neither an Anki package nor text in UTF-8.'],
  ['pattern,rating,time\nstable-softmax,3,2026-05-01\0\n', 'log.csv', 'Is neither an Anki package nor text in UTF-8.'],
  [zipSync({ 'photo.txt': strToU8('hello') }), 'log.csv', 'Holds no Anki collection.'],
  [
    zipSync({ 'collection.anki2': strToU8('not a database, whatever its name says, and long enough') }),
    'log.csv',
    "Is not a collection of Anki's: ",
  ],
  [zipSync({ 'collection.anki21b': strToU8('no zstandard') }), 'log.csv', 'The package is damaged.'],
  [strToU8('SQLite format 3\0 and nothing behind it'), 'log.csv', "Is not a collection of Anki's: "],
])('case %#: a file that cannot be used says where, what and how to mend it', (bytes, where, message) => {
  const error = complaint(bytes)
  expect(error.where).toBe(where)
  expect(error.message).toContain(message)
  expect(error.fix).not.toBe('')
})

test('a package without reviews says so', () => {
  const deck = ankiDeck([{ id: 'a/b', topic: 'a', title: 'B', confusable: [], cue: 'c', idea: 'i', trap: 't', example: undefined }], {
    now: NOW,
    scratch: scratchFolder(),
  })
  expect(complaint(deck).message).toBe('Holds no reviews.')
})

test('a package that was cut off, anywhere, is refused and nothing else breaks', () => {
  for (const name of ['older.apkg', 'newer.apkg']) {
    const whole = fixture(name)
    for (let place = 5; place < whole.length - 400; place += 6007)
      expect(complaint(whole.subarray(0, place)), `${name} to ${place}`).toBeInstanceOf(UserError)
  }
})
