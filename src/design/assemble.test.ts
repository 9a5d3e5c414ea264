import { expect, test } from 'vitest'
import type { Case, Drawing, Part } from '../domain/case.ts'
import { simulate } from '../simulation/simulate.ts'
import { assemble } from './assemble.ts'
import { readDrawing, withLines } from './drawing.ts'
import { SHORTENER } from './fixtures/shortener.ts'
import { scenarioRun } from './scenario.ts'

const GOOD = `components:
  app: { part: service, replicas: 6 }
  links: { part: store, replicas: 3 }
routes:
  read: [app, links]
  write: [app, { at: links, write: true }]
`

/** What is wrong with a text, as a learner reads it. */
function problems(text: string, aCase: Case = SHORTENER): string[] {
  const { drawing, problems: broken, lines } = readDrawing(text)
  const flaws = drawing === undefined ? broken : withLines(assemble(aCase, drawing).problems, lines)
  return flaws.map(({ line, where, cause, remedy }) => `${line} ${where}: ${cause}. ${remedy}`)
}

function withPart(name: string, change: Partial<Part>): Case {
  return { ...SHORTENER, parts: { ...SHORTENER.parts, [name]: { ...(SHORTENER.parts[name] as Part), ...change } } }
}

test('parts and settings become what the engine runs', () => {
  const { design, problems: none } = assemble(SHORTENER, readDrawing(GOOD).drawing as Drawing)
  expect(none).toEqual([])
  expect(design?.components).toMatchObject({
    app: { kind: 'service', replicas: 6, servers: 4, price: 0.2 },
    links: { kind: 'service', replicas: 3, price: 0.34 },
  })
})

test('a price holds what each unit costs, of defaults too', () => {
  const text = GOOD.replace('routes:', '  cache: { part: cache }\n  large: { part: cache, capacity: 20k }\nroutes:')
  const { design } = assemble(SHORTENER, readDrawing(text).drawing as Drawing)
  expect(design?.components['cache']?.price).toBeCloseTo(0.1)
  expect(design?.components['large']?.price).toBeCloseTo(0.2)
})

test.each([
  [
    'a part that is not there',
    GOOD.replace('part: service', 'part: servce'),
    '2 components.app.part: this case has no part "servce". Did you mean service?',
  ],
  [
    'a setting that is not there',
    GOOD.replace('replicas: 6', 'replcas: 6'),
    '2 components.app.replcas: this part has no setting "replcas". Did you mean replicas?',
  ],
  [
    'a setting that is given',
    GOOD.replace('replicas: 6', 'price: 0'),
    '2 components.app.price: "price" of this part is given. Known are replicas, queue, balance.',
  ],
  [
    'a number out of range',
    GOOD.replace('replicas: 6', 'replicas: 65'),
    '2 components.app.replicas: 65 is out of range. Give a whole number from 1 to 64.',
  ],
  [
    'half a machine',
    GOOD.replace('replicas: 6', 'replicas: 1.5'),
    '2 components.app.replicas: 1.5 is not whole. Give a whole number from 1 to 64.',
  ],
  [
    'a word that is not offered',
    GOOD.replace('replicas: 6', 'balance: best'),
    '2 components.app.balance: "best" is not to be had. Choose one of random, two-choices, least.',
  ],
  [
    'a class without a route',
    GOOD.replace(/ {2}write: .*\n/, ''),
    '4 routes.write: nothing is said of what such a request does. Say in routes.write what such a request does.',
  ],
  ['a route of nothing', `${GOOD}  raed: [app]\n`, '7 routes.raed: nothing arrives by the name of "raed". Did you mean read?'],
  [
    'a visit of nothing',
    GOOD.replace('[app, links]', '[app, lnks]'),
    '5 routes.read[1]: "lnks" is no component to visit. Name one of: app, links.',
  ],
  [
    'a policy of nothing',
    GOOD.replace('[app, links]', '[{ call: [links], policy: db }]'),
    '5 routes.read[0].policy: "db" is no policy. Name one of: .',
  ],
  ['a place of nothing', `${GOOD}layout: { gone: [0, 0] }\n`, '7 layout.gone: there is no "gone". Remove the line.'],
  [
    "a job that is not the learner's",
    `${GOOD}jobs: { read: 5s }\n`,
    '7 jobs.read: "read" is no job whose period is yours to set. There is none to choose from.',
  ],
  [
    'a fan-out of fan-outs',
    GOOD.replace('[app, links]', '[{ each: [{ each: [links], count: 10k }], count: 10k }]'),
    '5 routes.read: one request becomes 100,010,000 branches at once, at most 200,000 are simulated. Ask fewer at a time, or put a part in between that does it.',
  ],
  [
    'work made to vanish',
    GOOD.replace('[app, links]', '[{ at: app, work: 0.01 }, links]'),
    '5 routes.read[0].work: a visit of "app" is one thing. Leave work out.',
  ],
])('%s is named with its line and a remedy', (_, text, expected) => {
  expect(problems(text)).toEqual([expected])
})

test('names of the language are no parts and no settings', () => {
  expect(problems('components:\n  a: { part: constructor }\n').join()).toContain('no part "constructor"')
  expect(problems('components:\n  a: { part: service, valueOf: 1 }\n').join()).toContain('nothing knows "valueOf"')
})

test('a free name of a component must be one that is drawn', () => {
  const scaled: Part = {
    ...(SHORTENER.parts['service'] as Part),
    component: { kind: 'autoscaler', target: '', utilisation: 0.6, least: 1, most: 4, interval: 5, start: 10 },
    free: { target: { names: 'component' } },
  }
  const aCase = { ...SHORTENER, parts: { ...SHORTENER.parts, scaler: scaled } }
  const text = (target: string) => GOOD.replace('routes:', `  more: { part: scaler, target: ${target} }\nroutes:`)
  expect(problems(text('app'), aCase)).toEqual([])
  expect(problems(text('apps'), aCase)).toEqual(['4 components.more.target: there is no component "apps". Did you mean app?'])
})

test('a field within a field can be set, and the rest of it stays', () => {
  const aCase = withPart('store', {
    free: { 'time.mean': { least: 0.001, most: 0.01, whole: false }, replicas: { least: 1, most: 64, whole: true } },
  })
  const { design } = assemble(aCase, readDrawing(GOOD.replace('replicas: 3', 'replicas: 3, time.mean: 2ms')).drawing as Drawing)
  expect(design?.components['links']).toMatchObject({ time: { kind: 'lognormal', mean: 0.002, cv2: 2 } })
})

test('the quality of a part is that of the answers that visit it', () => {
  const aCase = withPart('store', { quality: 0.8 })
  const drawing = readDrawing(GOOD).drawing as Drawing
  const { design } = assemble(aCase, drawing)
  const run = scenarioRun(aCase, drawing, design as NonNullable<typeof design>, 'peak', 0.2, 1)
  expect(simulate(run).classes['read']?.quality).toBeCloseTo(0.8)
})

test('what happens at a part happens at each visit, once where it is done under a key', () => {
  const aCase = withPart('store', { effect: 'charge', free: { once: { among: [false, true] } } })
  const routes = (settings: string) => {
    const text = GOOD.replace('{ part: store, replicas: 3 }', `{ part: store${settings} }`)
    return assemble(aCase, readDrawing(text).drawing as Drawing).design?.routes['read']
  }
  expect(routes('')).toEqual(['app', 'links', { effect: 'charge' }])
  expect(routes(', once: true')).toEqual(['app', 'links', { effect: 'charge', once: true }])
})

test("what partial answers lose is the case's to say", () => {
  const text = GOOD.replace('[app, links]', '[app, links, { all: [[links], [app]], seconds: 10ms }, { all: [[links], [app]] }]')
  const { design } = assemble({ ...SHORTENER, lost: 0.4 }, readDrawing(text).drawing as Drawing)
  expect(design?.routes['read']?.slice(2)).toEqual([{ all: [['links'], ['app']], seconds: 0.01, lost: 0.4 }, { all: [['links'], ['app']] }])
  expect(problems(text.replace('seconds: 10ms', 'seconds: 10ms, lost: 0'))).toEqual([
    '5 routes.read[2].lost: nothing knows "lost". Known are all, need, seconds.',
  ])
})
