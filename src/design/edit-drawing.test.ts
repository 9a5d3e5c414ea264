import { expect, test } from 'vitest'
import { readDrawing } from './drawing.ts'
import { type Edit, editDrawing } from './edit-drawing.ts'

const TEXT = `# what I try next
components:
  app: { part: service, replicas: 6 } # two zones may fail
  links:
    # one shard does 1,000 a second
    part: store
    replicas: 10

routes:
  read: [app, links]
  write: [app, { at: links, write: true }]
policies:
  db: { timeout: 50ms }
`

test('a value changes, and comments, order and style of all else stay', () => {
  expect(editDrawing(TEXT, [set(['components', 'app', 'replicas'], 8)])).toBe(TEXT.replace('replicas: 6', 'replicas: 8'))
  expect(editDrawing(TEXT, [set(['policies', 'db', 'timeout'], 0.2)])).toBe(TEXT.replace('50ms', '200ms'))
  expect(editDrawing(TEXT, [set(['components', 'links', 'replicas'], 12)])).toBe(TEXT.replace('replicas: 10', 'replicas: 12'))
})

test('no edit leaves the text as it is', () => {
  expect(editDrawing(TEXT, [])).toBe(TEXT)
})

test('components and groups are added in the style of the text', () => {
  const text = editDrawing(TEXT, [
    set(['components', 'cache'], { part: 'cache', capacity: 60_000 }),
    set(['layout', 'cache'], [10, 20_000]),
    set(['jobs', 'rebuild'], 21_600),
  ])
  expect(text).toContain('\n  cache: { part: cache, capacity: 60k }\n')
  expect(text).toContain('\nlayout:\n  cache: [10, 20000]\njobs:\n  rebuild: 6h\n')
  expect(text).toContain('# one shard does 1,000 a second')
})

test('steps are put in, wrapped, renamed and taken out', () => {
  const cached = editDrawing(TEXT, [
    { type: 'remove', path: ['routes', 'read', 1] },
    { type: 'insert', path: ['routes', 'read', 1], value: { at: 'cache', miss: ['links'] } },
  ])
  expect(cached).toContain('  read: [app, { at: cache, miss: [links] }]\n')
  const called = editDrawing(cached, [set(['routes', 'read', 1, 'miss'], [{ call: ['links'], policy: 'db' }])])
  expect(called).toContain('  read: [app, { at: cache, miss: [{ call: [links], policy: db }] }]\n')
  expect(editDrawing(TEXT, [{ type: 'insert', path: ['routes', 'audit', 0], value: 'app' }])).toContain('\n  audit: [app]\n')
})

test('a name changes where it stands', () => {
  const text = editDrawing(TEXT, [{ type: 'rename', path: ['components', 'links'], to: 'store' }])
  expect(text).toBe(TEXT.replace('  links:\n', '  store:\n'))
})

test('a group without anything in it goes', () => {
  expect(editDrawing(TEXT, [{ type: 'remove', path: ['policies', 'db'] }])).toBe(TEXT.replace(/policies:\n.*\n/, ''))
})

test('an empty text can be drawn in', () => {
  const text = editDrawing('', [set(['components', 'app'], { part: 'service' }), set(['routes', 'read'], ['app'])])
  expect(readDrawing(text).drawing).toMatchObject({ components: { app: { part: 'service', settings: {} } }, routes: { read: ['app'] } })
})

test('what is not there is not edited, and a text that is no YAML stays', () => {
  const edits: readonly Edit[] = [
    { type: 'remove', path: ['components', 'nothing'] },
    { type: 'rename', path: ['components', 'nothing'], to: 'more' },
  ]
  expect(editDrawing(TEXT, edits)).toBe(TEXT)
  expect(editDrawing('components: {', [set(['components', 'a'], { part: 'b' })])).toBe('components: {')
})

function set(path: readonly (string | number)[], value: unknown): Edit {
  return { type: 'set', path, value }
}
