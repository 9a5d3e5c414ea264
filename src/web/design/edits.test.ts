import { expect, test } from 'vitest'
import type { Drawing } from '../../domain/case.ts'
import { readDrawing } from '../../design/drawing.ts'
import { type Edit, editDrawing } from '../../design/edit-drawing.ts'
import { addComponent, addPolicy, connect, moveStep, place, removeComponent, removeStep, renameComponent, set } from './edits.ts'
import { allSteps, branchesOf, fieldsOf, pathOf, visited, wordsOf } from './steps.ts'

const TEXT = `# Redirects
components:
  app: { part: service, replicas: 6 } # six for now
  cache: { part: cache }
  links: { part: store, balance: key }
  clicks: { part: log }
policies:
  db: { timeout: 50ms }
routes:
  read: [app, { at: cache, miss: [{ call: [links], policy: db }] }, { apart: [clicks] }]
  write: [app, { at: links, write: true }]
layout: { app: [0, 0], links: [400, 0] }
`

const KINDS: Readonly<Record<string, string>> = { app: 'service', cache: 'cache', links: 'service', clicks: 'log' }
const kindOf = (name: string) => KINDS[name]

function drawn(text: string): Drawing {
  const { drawing, problems } = readDrawing(text)
  if (drawing === undefined) throw new Error(problems.map(({ cause }) => cause).join())
  return drawing
}

/** What the drawing is after edits; its comments must all be there. */
function after(edit: (drawing: Drawing) => readonly Edit[], text = TEXT): Drawing {
  const next = editDrawing(text, edit(drawn(text)))
  expect(next).toContain('# Redirects')
  return drawn(next)
}

test('a part is added under a name that is free, where it was dropped', () => {
  const next = after((drawing) => addComponent(drawing, 'cache', [12.4, 30]).edits)
  expect(next.components['cache-2']).toEqual({ part: 'cache', settings: {} })
  expect(next.layout['cache-2']).toEqual([12, 30])
})

test('a component goes with its visits and with what then holds nothing', () => {
  const next = after((drawing) => removeComponent(drawing, 'links'))
  expect(next.routes).toEqual({ read: ['app', { at: 'cache' }, { apart: ['clicks'] }], write: ['app'] })
  expect(Object.keys(next.layout)).toEqual(['app'])
  expect(after((drawing) => removeComponent(drawing, 'clicks')).routes['read']).toHaveLength(2)
  expect(after((drawing) => removeComponent(drawing, 'app')).routes['write']).toEqual([{ at: 'links', write: true }])
})

test('several visits in one list go together, and a call goes though it has a fallback', () => {
  const text = TEXT.replace(
    'write: [app, { at: links, write: true }]',
    'write: [links, app, { call: [links], policy: db, else: [cache] }, links, clicks]',
  )
  expect(after((drawing) => removeComponent(drawing, 'links'), text).routes['write']).toEqual(['app', 'clicks'])
  expect(after((drawing) => removeComponent(drawing, 'cache'), text).routes['write']?.[2]).toEqual({ call: ['links'], policy: 'db' })
})

test('what follows a write to a cache does not wait for a miss', () => {
  const text = TEXT.replace('write: [app, { at: links, write: true }]', 'write: [app, { at: cache, write: true }]')
  const next = after((drawing) => connect(drawing, 'write', 'cache', 'links', kindOf), text)
  expect(next.routes['write']).toEqual(['app', { at: 'cache', write: true }, 'links'])
})

test('a component gets another name wherever it stands', () => {
  const next = after((drawing) => renameComponent(drawing, 'links', 'shards'))
  expect(Object.keys(next.components)).toEqual(['app', 'cache', 'shards', 'clicks'])
  expect(allSteps(next.routes['read'] ?? [], []).map(({ step }) => visited(step))).toContain('shards')
  expect(next.layout['shards']).toEqual([400, 0])
  expect(JSON.stringify(next)).not.toContain('links')
})

test('drawing from one component to another visits it next; from a cache on a miss, from a log by its consumers', () => {
  const connected = (from: string | undefined, to: string) => after((drawing) => connect(drawing, 'write', from, to, kindOf)).routes
  expect(connected('app', 'cache')['write']).toEqual(['app', 'cache', { at: 'links', write: true }])
  expect(connected('links', 'cache')['write']).toEqual(['app', { at: 'links', write: true }, 'cache'])
  expect(connected(undefined, 'clicks')['write']).toEqual(['app', { at: 'links', write: true }, 'clicks'])
  expect(connected('clicks', 'links')['clicks']).toEqual(['links'])
  const read = after((drawing) => connect(drawing, 'read', 'cache', 'app', kindOf)).routes['read']
  expect(read?.[1]).toEqual({ at: 'cache', miss: [{ call: ['links'], policy: 'db' }, 'app'] })
  const bare = after((drawing) => connect(drawing, 'write', 'cache', 'links', kindOf), TEXT.replace('write: [app, ', 'write: [cache, '))
  expect(bare.routes['write']?.[0]).toEqual({ at: 'cache', miss: ['links'] })
})

test('the first visit of a route makes the route', () => {
  const next = after((drawing) => connect(drawing, 'delete', undefined, 'links', kindOf))
  expect(next.routes['delete']).toEqual(['links'])
})

test('the last step within another takes that along, the last of a miss does not', () => {
  expect(after((drawing) => removeStep(drawing, ['routes', 'read', 2, 'apart', 0])).routes['read']).toHaveLength(2)
  expect(after((drawing) => removeStep(drawing, ['routes', 'read', 1, 'miss', 0, 'call', 0])).routes['read']?.[1]).toEqual({ at: 'cache' })
})

test('a step moves within its list and no further', () => {
  expect(after((drawing) => moveStep(drawing, ['routes', 'write', 1], -1)).routes['write']).toEqual([{ at: 'links', write: true }, 'app'])
  expect(moveStep(drawn(TEXT), ['routes', 'write', 0], -1)).toEqual([])
})

test('settings, places and policies are set, and taken back to what the part says', () => {
  expect(after(() => [set(['components', 'app', 'replicas'], 9)]).components['app']?.settings).toEqual({ replicas: 9 })
  expect(after(() => [set(['components', 'app', 'replicas'], undefined)]).components['app']?.settings).toEqual({})
  expect(after(() => [place('cache', [10.6, -3])]).layout['cache']).toEqual([11, -3])
  expect(after(({ policies }) => addPolicy(policies).edits).policies['policy']).toEqual({ timeout: 0.1 })
  expect(editDrawing(TEXT, [set(['components', 'app', 'replicas'], 9)])).toContain('# six for now')
})

test('a route reads as steps within steps, each with its place, its words and its fields', () => {
  const steps = allSteps(drawn(TEXT).routes['read'] ?? [], ['routes', 'read'])
  expect(steps.map(({ step }) => wordsOf(step))).toEqual([
    'app',
    'cache',
    'call by policy db',
    'links',
    'apart: the answer does not wait',
    'clicks',
  ])
  expect(steps[3]?.path).toEqual(['routes', 'read', 1, 'miss', 0, 'call', 0])
  expect(pathOf('routes.read[1].miss[0].call[0]')).toEqual(steps[3]?.path)
  expect(branchesOf({ try: ['a'], else: ['b'] }, ['x']).map(({ path }) => path)).toEqual([
    ['x', 'try'],
    ['x', 'else'],
  ])
  expect(fieldsOf({ each: ['a'], count: 10, seconds: 0.05 }, []).map(({ label, value }) => [label, value])).toEqual([
    ['how many', 10],
    ['enough are', undefined],
    ['at most', 0.05],
  ])
})
