import { expect, test } from 'vitest'
import type { Case, Drawing, Duty, Part } from '../domain/case.ts'
import { assemble } from './assemble.ts'
import { readDrawing } from './drawing.ts'
import { SHORTENER } from './fixtures/shortener.ts'

const LOG: Part = {
  ...(SHORTENER.parts['service'] as Part),
  component: { kind: 'log', partitions: 2, consumers: 1 },
  free: {},
}
const PARTS = {
  ...SHORTENER.parts,
  log: LOG,
  features: { ...LOG, component: { kind: 'features', scope: 'all' }, provides: { features: 1 }, needs: { link: 2 } } as Part,
  pool: { ...LOG, component: { kind: 'pool', tokens: 5 } } as Part,
  ranker: {
    ...(SHORTENER.parts['service'] as Part),
    provides: { scored: 1 },
    free: { work: { least: 1, most: 100, whole: true } },
  } as Part,
}

/** Whether the route of reads is refused, and with which words. */
function refused(read: string, duty: Partial<Duty> = {}, routes = ''): string | undefined {
  const asked: Duty = { class: 'read', fact: 'link', count: 1, when: 'now', why: 'It owes a link.', except: [], ...duty }
  const aCase: Case = { ...SHORTENER, parts: PARTS, duties: [asked] }
  const text = `components: { app: { part: service }, links: { part: store }, cache: { part: cache }, log: { part: log }, pool: { part: pool }, features: { part: features }, ranker: { part: ranker } }
policies: { p: { timeout: 1 } }
routes:
  read: ${read}
  write: [app]
${routes}`
  const { drawing, problems } = readDrawing(text)
  expect(problems).toEqual([])
  const [flaw, ...more] = assemble(aCase, drawing as Drawing).problems
  expect(more).toEqual([])
  return flaw === undefined ? undefined : `${flaw.where} ${flaw.cause} ${flaw.remedy}`
}

type Row = readonly [string, string, Partial<Duty>?, string?]

function named([name, read, duty, routes]: Row) {
  return { name, read, duty, routes }
}

const KEPT: readonly Row[] = [
  ['a visit', '[app, links]'],
  ['what a miss reads, on a hit too', '[{ at: cache, miss: [links] }]'],
  ['while a token is held', '[{ at: pool, hold: [links] }]'],
  ['a call', '[{ call: [links], policy: p }]'],
  ['a call whose alternative brings it too', '[{ call: [links], policy: p, else: [links] }]'],
  ['an alternative that fails', '[{ call: [links], policy: p, else: [{ fail: sorry }] }]'],
  ['one of two in parallel', '[{ all: [[app], [links]] }]'],
  ['twice in sequence', '[links, links]', { count: 2 }],
  ['a fan-out', '[{ each: [links], count: 3 }]', { count: 3 }],
  ['enough of a fan-out', '[{ each: [links], count: 3, need: 2 }]', { count: 2 }],
  ['on every branch of a choice', '[{ choose: [{ share: 1, steps: [links] }, { share: 2, steps: [app, links] }] }]'],
  ['a choice that may fail', '[{ choose: [{ share: 1, steps: [links] }, { share: 2, steps: [{ fail: blocked }] }] }]'],
  ['again and again', '[{ again: [links], probability: 0.5 }]'],
  ['two ways of trying', '[{ try: [links], else: [links] }]'],
  ['a fallback that is allowed', '[{ try: [links], else: [{ mark: fallback }] }]', { except: ['fallback'] }],
  ['a partial answer that is allowed', '[{ each: [links], count: 3, seconds: 10ms }]', { count: 3, except: ['partial'] }],
  ['afterwards', '[{ apart: [links] }]', { when: 'later' }],
  ['before and afterwards', '[links, { apart: [links] }]', { when: 'later', count: 2 }],
  ['by consumers', '[log]', { when: 'later' }, '  log: [links]\n'],
  [
    'by consumers that give back what fails',
    '[log]',
    { when: 'later' },
    '  log: [{ call: [links], policy: p, else: [{ fail: again }] }]\n',
  ],
  ['a write', '[{ at: links, write: true }]', { fact: 'stored-link' }],
  ['many at once', '[{ at: ranker, work: 50 }, { at: ranker, work: 50 }]', { fact: 'scored', count: 100 }],
]

test.each(KEPT.map(named))('$name keeps a duty', ({ read, duty, routes }) => {
  expect(refused(read, duty, routes)).toBeUndefined()
})

const NEGLECTED: readonly Row[] = [
  ['nothing', '[app]'],
  ['a cache without misses', '[{ at: cache, miss: [] }]'],
  ['one branch of a choice', '[{ choose: [{ share: 99, steps: [links] }, { share: 1, steps: [app] }] }]'],
  ['an alternative without it', '[{ call: [links], policy: p, else: [{ quality: 0.5 }] }]'],
  ['a fallback that is not allowed', '[{ try: [links], else: [{ mark: fallback }] }]'],
  ['a partial answer', '[{ each: [links], count: 3, seconds: 10ms }]', { count: 3 }],
  ['a partial answer that needs one', '[{ each: [links], count: 3, need: 1 }]', { count: 2 }],
  ['the poorest of branches', '[{ all: [[links], [app]], need: 1 }]'],
  ['afterwards, too late', '[{ apart: [links] }]'],
  ['by consumers, too late', '[log]', {}, '  log: [links]\n'],
  ['nobody consumes', '[log]', { when: 'later' }],
  [
    'consumers that drop nearly all by lot',
    '[log]',
    { when: 'later' },
    '  log: [{ choose: [{ share: 99, steps: [{ fail: later }] }, { share: 1, steps: [links] }] }]\n',
  ],
  ['consumers that write to their own log', '[log]', { when: 'later' }, '  log: [app, log]\n'],
  ['a read where a write is owed', '[links]', { fact: 'stored-link' }],
  ['a write where a read is owed', '[{ at: links, write: true }]'],
  ['a write on a miss: nothing is written on a hit', '[{ at: cache, miss: [{ at: links, write: true }] }]', { fact: 'stored-link' }],
  ['a message on a miss', '[{ at: cache, miss: [log] }]', { when: 'later' }, '  log: [links]\n'],
  ['too few at once', '[{ at: ranker, work: 50 }]', { fact: 'scored', count: 100 }],
]

test.each(NEGLECTED.map(named))('$name neglects a duty', ({ read, duty, routes }) => {
  expect(refused(read, duty, routes)).toContain('routes.read It owes a link.')
})

test('what is owed is said with the way that lacks it and the parts that bring it', () => {
  expect(refused('[app, { choose: [{ share: 9, steps: [links] }, { share: 1, steps: [cache2] }] }]'.replace('cache2', 'ranker'))).toBe(
    'routes.read It owes a link. The way app → ranker brings no "link": visit store before the answer, on every way.',
  )
  expect(refused('[links, links]', { count: 5 })).toContain('brings 2 of 5 "link"')
  expect(refused('[{ each: [links], count: 3, seconds: 10ms }]', { count: 3 })).toContain('leave `seconds` out')
})

test('nothing is made new out of nothing', () => {
  const kept = { fact: 'link', count: 0 }
  expect(refused('[links, links, { refresh: features }]', kept)).toBeUndefined()
  expect(refused('[links, { refresh: features }]', kept)).toContain(
    'routes.read[1] "features" is made new from "link", and this way has none yet First, visit store',
  )
  expect(refused('[{ refresh: features }, links, links]', kept)).toContain('routes.read[0]')
  expect(refused('[links, { apart: [links, { at: features, write: true }] }]', kept)).toBeUndefined()
  expect(refused('[links, { apart: [{ at: features, write: true }] }]', kept)).toContain('routes.read[1].apart[0]')
  expect(refused('[links, links, log]', kept, '  log: [{ refresh: features }]\n')).toContain('routes.log[0]')
})
