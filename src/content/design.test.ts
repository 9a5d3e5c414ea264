import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { loadItem } from './item.ts'

const CONTENT = join(import.meta.dirname, '../../content')

/** A copy of the model case with some texts replaced; "+path" adds a file. */
function copy(changes: Readonly<Record<string, readonly [string, string]>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'onsite-design-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const folder = join(root, 'system-design/designs/short-links')
  cpSync(join(CONTENT, 'parts.yml'), join(root, 'parts.yml'))
  cpSync(join(CONTENT, 'system-design/designs/short-links'), folder, { recursive: true })
  rmSync(join(folder, 'proof.json'), { force: true })
  for (const [file, [from, to]] of Object.entries(changes)) {
    const path = join(folder, file)
    if (from === '') {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, to)
      continue
    }
    const text = readFileSync(path, 'utf8')
    expect(text).toContain(from)
    writeFileSync(path, text.replace(from, to))
  }
  return folder
}

function problemsOf(folder: string): string[] {
  return loadItem(folder).problems.map(({ where, what, fix }) => `${where.replace(/^short-links\//, '')} ${what} ${fix}`)
}

test('the model case loads with shared parts, units and headers', () => {
  const { item, problems } = loadItem(copy())
  expect(problems).toEqual([])
  if (item?.kind !== 'design') throw new Error('no design')
  expect(item).toMatchObject({
    kind: 'design',
    form: 'design',
    slug: 'short-links',
    cells: 10,
    lost: 1,
    jobs: {},
    par: undefined,
    topic: 'system-design',
  })
  expect(item.parts['links']).toMatchObject({
    title: 'Database of links',
    component: { kind: 'service', time: { kind: 'lognormal', mean: 0.001, cv2: 2 }, price: 0.34 },
    free: { replicas: { least: 1, most: 64, whole: true }, queue: { least: 0, most: 10_000, whole: true } },
    provides: { link: 1 },
    stores: { 'stored-link': 1 },
    quality: 1,
    standby: true,
    during: {},
  })
  // Taken away by null, and replaced field by field.
  expect(Object.keys(item.parts['cache']?.free ?? {})).toEqual(['capacity', 'ttl', 'singleFlight'])
  expect(item.parts['cache']?.component).toMatchObject({ capacity: 10_000, zones: 3, full: true, price: 0.05 })
  expect(item.slos[0]).toEqual({ name: 'redirects are quick', scenario: 'peak', class: 'open', metric: 'p99', most: 0.03 })
  expect(item.estimates[0]?.truth).toEqual({ reading: { scenario: 'peak', part: 'links', metric: 'rate' } })
  const wrong = item.wrong.find(({ file }) => file === 'sized-for-steady-misses.yml')
  expect(wrong).toMatchObject({ misses: ['soon well after a flush'], why: expect.stringContaining('looks like waste') })
  expect(wrong?.shows).toHaveLength(2)
})

test('its hash follows the shared parts that it uses, and no others', () => {
  const [one, other, third] = [copy(), copy(), copy()]
  const change = (folder: string, from: string, to: string) => {
    const path = join(folder, '../../../parts.yml')
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
  }
  change(other, 'about: Stateless machines', 'about: Simple machines')
  change(third, 'about: Gets', 'about: Has')
  const hash = (folder: string) => loadItem(folder).item?.hash
  expect(hash(other)).not.toBe(hash(one))
  expect(hash(third)).toBe(hash(one))
})

test('a wrong drawing may miss by its cost', () => {
  const folder = copy({ 'wrong/counter-in-a-row.yml': ['# misses: redirects are quick', '# misses: cost; redirects are quick'] })
  expect(problemsOf(folder)).toEqual([])
})

test('what the proof found comes with the case', () => {
  const folder = copy({ 'proof.json': ['', JSON.stringify({ par: { dollars: 2.1, drawing: 'components: {}' }, worths: [0.5, null] })] })
  const { item } = loadItem(folder)
  if (item?.kind !== 'design') throw new Error('no design')
  expect(item.par).toEqual({ dollars: 2.1, drawing: 'components: {}' })
  expect(item.asks.map(({ worth }) => worth).slice(0, 3)).toEqual([0.5, undefined, undefined])
})

test.each([
  ['an unknown key', 'case.yml', 'cells: 10', 'cels: 10', 'case.yml:1 Unknown key `cels`.'],
  ['a shared part that is not there', 'case.yml', 'use: sql-store', 'use: sql-stor', 'There is no shared part "sql-stor".'],
  [
    'a component that the engine refuses',
    'case.yml',
    'capacity: 10k, zones: 3',
    'capacity: 0, zones: 3',
    '`parts.cache.component.capacity`: expected a whole number',
  ],
  [
    'a default out of its range',
    'case.yml',
    'capacity: [100, 20k]',
    'capacity: [100, 5k]',
    '`parts.cache.free.capacity`: what the component has (10000) is not within.',
  ],
  [
    'a freedom that the component has not',
    'case.yml',
    'free: { dropsExpired: null }',
    'free: { tokens: [1, 5] }',
    '`parts.links.free.tokens`: nothing knows this field.',
  ],
  [
    'a class that could be answered by doing nothing',
    'case.yml',
    '{ class: make, fact',
    '{ class: open, fact',
    '`workload.classes.make`: no duty: a route that does nothing would do.',
  ],
  [
    'a duty of no class',
    'case.yml',
    '{ class: make, fact',
    '{ class: mak, fact',
    '`duties[3].class`: there is no class "mak". Did you mean make?',
  ],
  [
    'a fact that nothing brings',
    'case.yml',
    'fact: stored-link,',
    'fact: stored-lnk,',
    '`duties[3].fact`: there is no part that provides or stores "stored-lnk".',
  ],
  ['a mark that nothing limits', 'case.yml', 'fact: link, why', 'fact: link, except: [fallback], why', 'no objective limits "fallback"'],
  [
    'a fault of no part',
    'case.yml',
    'component: cache, at: 8',
    'component: cach, at: 8',
    '`scenarios.flush.faults[0].component`: there is no part "cach". Did you mean cache?',
  ],
  ['a fault after the end', 'case.yml', 'component: cache, at: 8', 'component: cache, at: 80', 'the run is over by then'],
  [
    'a metric that is not there',
    'case.yml',
    'metric: p99, most: 30ms',
    'metric: p98, most: 30ms',
    '`slos[0].metric`: there is no metric "p98".',
  ],
  ['an objective without a limit', 'case.yml', 'metric: p99, most: 30ms', 'metric: p99', '`slos[0]`: it has no limit.'],
  [
    'an objective of no scenario',
    'case.yml',
    'scenario: peak, class: open, metric: p99',
    'scenario: pek, class: open, metric: p99',
    'there is no scenario "pek". Did you mean peak?',
  ],
  [
    'a level of no scenario',
    'case.yml',
    'intro: { scenarios: [peak, flush]',
    'intro: { scenarios: [peak, flood]',
    '`levels.intro.scenarios[1]`: there is no scenario "flood".',
  ],
  [
    'a path to nothing',
    'case.yml',
    'path: classes.open.keys.skew',
    'path: classes.open.keys.skw',
    '"classes.open.keys.skw" is no number of the workload',
  ],
  [
    'an end of a range that the engine refuses',
    'case.yml',
    'path: classes.open.keys.skew, low: 0.6',
    'path: classes.open.keys.skew, low: -1',
    '`asks[1].moves.low`: expected',
  ],
  [
    'a follow-up of nothing',
    'case.yml',
    'when: a zone may fail',
    'when: a zone may fall',
    'there is no objective or finding "a zone may fall". Did you mean a zone may fail?',
  ],
  [
    'a wrong drawing that misses nothing',
    'wrong/counter-in-a-row.yml',
    '# misses: redirects are quick; ',
    '# misses: redirects are slow; ',
    'wrong/counter-in-a-row.yml:1 There is no objective "redirects are slow".',
  ],
  [
    'an objective that is called cost',
    'case.yml',
    'name: clicks keep up',
    'name: cost',
    '`slos[3].name`: wrong drawings miss `cost` by being too dear.',
  ],
  ['a wrong drawing that does not say why', 'wrong/counter-in-a-row.yml', '# why:', '# because:', 'Does not say what it is drawn for.'],
  [
    'a wrong drawing that shows what cannot be read',
    'wrong/counter-in-a-row.yml',
    'metric: hottest',
    'metric: hotest',
    'wrong/counter-in-a-row.yml:2 `shows`: there is no metric "hotest". Did you mean hottest?',
  ],
  ['a file that does not belong there', 'notes.txt', '', 'x', 'notes.txt Unexpected file.'],
  ['a section that is missing', 'design.md', '## Ambiguous', '### Ambiguous', 'Section `## Ambiguous` is missing.'],
])('%s is found', (_, file, from, to, expected) => {
  const folder = copy({ [file]: [from, to] })
  expect(problemsOf(folder).join('\n')).toContain(expected)
  expect(loadItem(folder).item).toBeUndefined()
})

test.each(['rates.2', 'rates[2]'])('a path into a list is refused: %s', (path) => {
  const folder = copy({ 'case.yml': ['{ kind: poisson, rate: 4000 }', '{ kind: diurnal, rates: [2000, 4000, 3000], period: 60 }'] })
  const file = join(folder, 'case.yml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('path: classes.open.arrivals.rate,', `path: "classes.open.arrivals.${path}",`))
  expect(problemsOf(folder)).toEqual([
    expect.stringContaining(
      `\`asks[0].moves.path\`: "classes.open.arrivals.${path}" leads into a list, and one number of "classes.open.arrivals.rates" cannot be moved alone. ` +
        'Move a number with a name of its own, e.g. classes.read.arrivals.period.',
    ),
  ])
})
