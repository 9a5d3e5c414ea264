import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import sqlite from 'node-sqlite3-wasm'
import type { Pattern } from '../domain/pattern.ts'
import { cardHtml } from './card-html.ts'

/** Ours for ever: with the same ids a second import changes cards instead of doubling them. */
const DECK_ID = 1_763_800_000_001
const MODEL_ID = 1_763_800_000_002

/** Tables of Anki's schema 11, which every Anki since 2.0 imports. */
const SCHEMA = `
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL, ver integer NOT NULL, dty integer NOT NULL,
  usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL, models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL, tags text NOT NULL,
  flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL,
  type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL,
  lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL, ivl integer NOT NULL,
  lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
`

/**
 * An Anki package (`.apkg`) with a new card for each pattern, in the given order: in front when to think of it, behind
 * its name, idea and trap. Each card is tagged with its pattern (`tensors::stable-softmax`), so that its reviews find
 * the way back. `now` is milliseconds since 1970, `scratch` a folder for a temporary file.
 */
export function ankiDeck(patterns: readonly Pattern[], { now, scratch }: { readonly now: number; readonly scratch: string }): Uint8Array {
  const folder = mkdtempSync(join(scratch, 'onsite-anki-'))
  try {
    const file = join(folder, 'collection.anki2')
    const database = new sqlite.Database(file)
    try {
      fill(database, patterns, Math.floor(now / 1000))
    } finally {
      database.close()
    }
    return zipSync({ 'collection.anki2': readFileSync(file), media: strToU8('{}') }, { mtime: now })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function fill(database: InstanceType<typeof sqlite.Database>, patterns: readonly Pattern[], seconds: number): void {
  // Thrown away on a failure: nothing has to survive a crash.
  database.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN; ${SCHEMA}`)
  const start = seconds - (seconds % 86_400)
  const json = [settings(), { [MODEL_ID]: noteType(seconds) }, decks(seconds), { 1: options() }, {}].map((each) => JSON.stringify(each))
  database.run('INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)', [start, seconds * 1000, seconds * 1000, ...json])
  patterns.forEach((pattern, place) => {
    const fields = fieldsOf(pattern)
    const note = noteId(pattern.id)
    const tag = ` ${pattern.id.replace('/', '::')} onsite `
    const sorted = fields[0].replaceAll(/<[^>]*>/g, '')
    database.run("INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')", [
      note,
      `onsite:${pattern.id}`,
      MODEL_ID,
      seconds,
      tag,
      fields.join('\u001f'),
      sorted,
      Number.parseInt(createHash('sha1').update(sorted).digest('hex').slice(0, 8), 16),
    ])
    database.run("INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')", [
      note,
      note,
      DECK_ID,
      seconds,
      place + 1,
    ])
  })
  database.exec('COMMIT')
}

/** A time of 2025, in milliseconds as Anki wants it, that the pattern's id decides. */
function noteId(id: string): number {
  return 1_735_700_000_000 + (Number.parseInt(createHash('sha256').update(id).digest('hex').slice(0, 9), 16) % 31_000_000_000)
}

function fieldsOf({ title, cue, idea, trap, topic }: Pattern): readonly [string, string, string, string, string] {
  return [cardHtml(cue), cardHtml(title), cardHtml(idea), cardHtml(trap), topic]
}

function noteType(seconds: number): object {
  const fields = ['Cue', 'Pattern', 'Idea', 'Trap', 'Topic'].map((name, ord) => {
    return { name, ord, font: 'Arial', size: 20, media: [], rtl: false, sticky: false }
  })
  const front = '<div class="asked">Which pattern, and how does it go?</div>{{Cue}}'
  const back = '{{FrontSide}}<hr id="answer"><h3>{{Pattern}}</h3>{{Idea}}<h4>How it goes wrong</h4>{{Trap}}'
  const template = { name: 'Cue', ord: 0, qfmt: front, afmt: back, bqfmt: '', bafmt: '', did: null }
  return {
    id: MODEL_ID,
    name: 'Onsite pattern',
    type: 0,
    mod: seconds,
    usn: -1,
    sortf: 0,
    did: DECK_ID,
    tmpls: [template],
    flds: fields,
    css: '.card { font: 18px/1.5 sans-serif; max-width: 40em; margin: 0 auto; text-align: left; } .asked { opacity: 0.7; }',
    latexPre: '',
    latexPost: '',
    tags: [],
    vers: [],
    req: [[0, 'any', [0]]],
  }
}

function decks(seconds: number): object {
  const deck = (id: number, name: string) => {
    const today = { newToday: [0, 0], revToday: [0, 0], lrnToday: [0, 0], timeToday: [0, 0] }
    return { id, name, mod: seconds, usn: -1, desc: '', dyn: 0, conf: 1, collapsed: false, extendNew: 10, extendRev: 50, ...today }
  }
  return { 1: deck(1, 'Default'), [DECK_ID]: deck(DECK_ID, 'Onsite') }
}

function settings(): object {
  const limits = {
    newSpread: 0,
    collapseTime: 1200,
    timeLim: 0,
    estTimes: true,
    dueCounts: true,
    sortType: 'noteFld',
    sortBackwards: false,
  }
  return { ...limits, activeDecks: [1], curDeck: 1, curModel: String(MODEL_ID), nextPos: 1, newBury: true, addToCur: true }
}

/** Anki's own defaults. */
function options(): object {
  return {
    id: 1,
    name: 'Default',
    mod: 0,
    usn: 0,
    maxTaken: 60,
    timer: 0,
    autoplay: true,
    replayq: true,
    dyn: false,
    new: { bury: true, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 7], order: 1, perDay: 20, separate: true },
    rev: { bury: true, ease4: 1.3, fuzz: 0.05, ivlFct: 1, maxIvl: 36_500, minSpace: 1, perDay: 200 },
    lapse: { delays: [10], leechAction: 0, leechFails: 8, minInt: 1, mult: 0 },
  }
}
