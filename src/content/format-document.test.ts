import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Code, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { expect, onTestFinished, test } from 'vitest'
import { assemble } from '../design/assemble.ts'
import { readDrawing } from '../design/drawing.ts'
import { loadLibrary } from './library.ts'
import { renderMarkdown } from './markdown.ts'
import { parseMarkdown } from './parser.ts'

const DOCS = join(import.meta.dirname, '../../docs')
const PAGES = readdirSync(DOCS).filter((name) => /^content-\w+\.md$/.test(name))

/** The fenced examples of the pages, by the heading above each and its language. */
function examples(): { readonly heading: string; readonly code: Code }[] {
  let heading = ''
  const nodes = PAGES.flatMap((name) => parseMarkdown(readFileSync(join(DOCS, name), 'utf8')).children)
  return nodes.flatMap((node: RootContent) => {
    if (node.type === 'heading') heading = toString(node)
    return node.type === 'code' ? [{ heading, code: node }] : []
  })
}

/** `at`: which of several. */
function example(heading: string, lang: string, at = 0): string {
  const found = examples().filter((one) => one.heading.startsWith(heading) && one.code.lang === lang)[at]
  if (found === undefined) throw new Error(`docs/content-*.md have no ${lang} example below "${heading}"`)
  return found.code.value
}

function writeTree(files: Readonly<Record<string, string>>): string {
  const root = join(mkdtempSync(join(tmpdir(), 'onsite-format-')), 'content')
  onTestFinished(() => rmSync(dirname(root), { recursive: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

/** Everything that the document shows, as the tree that it describes. */
function documentTree(): Record<string, string> {
  const exercise = 'tensors/exercises/scores-that-overflow'
  const query = 'tensors/exercises/orders-by-shop'
  const release = 'tensors/exercises/a-release-at-noon'
  const lab = 'tensors/labs/how-warm-it-is'
  const answer = '# caught by: rows far apart\n# the whole array is one row to a hurried reader\ndef probabilities(scores): ...\n'
  return {
    'tensors/topic.md': example('topic.md', 'markdown'),
    'tensors/patterns/stable-softmax.md': example('patterns/', 'markdown'),
    [`${exercise}/exercise.md`]: example('exercises/', 'markdown'),
    [`${exercise}/tests.py`]: example('tests.py', 'python'),
    [`${exercise}/predict.py`]: example('predict.py', 'python'),
    [`${exercise}/starter.py`]: 'def probabilities(scores): ...\n',
    [`${exercise}/solution.py`]: 'def probabilities(scores): ...\n',
    [`${exercise}/right/loop.py`]: 'def probabilities(scores): ...\n',
    [`${exercise}/wrong/one_maximum.py`]: answer,
    [`${query}/exercise.md`]: example('exercises/', 'markdown').replace('runtime: data', 'runtime: postgres'),
    [`${query}/cases.yml`]: example('SQL exercises', 'yaml'),
    [`${query}/cases/two-shops.sql`]: 'insert into shop values (1), (2);\n',
    [`${query}/cases/no-orders.sql`]: 'insert into shop values (1);\n',
    [`${query}/schema.sql`]: 'create table shop (id int);\n',
    [`${query}/starter.sql`]: 'select 1;\n',
    [`${query}/solution.sql`]: 'select id from shop;\n',
    [`${release}/exercise.md`]: example('exercises/', 'markdown').replace('runtime: data', 'runtime: kubernetes'),
    [`${release}/checks.yml`]: example('Dockerfiles and manifests', 'yaml'),
    [`${release}/starter.yaml`]: 'kind: Deployment\n',
    [`${release}/solution.yaml`]: 'kind: Deployment\n',
    [`${lab}/lab.md`]: example('exercises/', 'markdown'),
    [`${lab}/world.py`]: example('labs/', 'python'),
    [`${lab}/tests.py`]: 'checks\n',
    [`${lab}/starter.py`]: 'def temperature(readings): ...\n',
    [`${lab}/solution.py`]: 'def temperature(readings): ...\n',
    'tensors/questions/why-subtract-the-maximum/question.md': example('questions/', 'markdown'),
    'tensors/questions/photos-of-a-year/question.md': `---\n${example('Estimation drills', 'yaml')}\n---\n${example('Estimation drills', 'markdown')}\n`,
  }
}

test('the examples of docs/content-*.md load as they stand', () => {
  const { library, problems } = loadLibrary(writeTree(documentTree()))
  expect(problems).toEqual([])
  expect(library.topics.map(({ id, patterns }) => ({ id, patterns }))).toEqual([{ id: 'tensors', patterns: ['tensors/stable-softmax'] }])
  expect(library.patterns.get('tensors/stable-softmax')).toMatchObject({ title: 'Stable softmax', confusable: [], example: undefined })
  const exercise = library.items.get('scores-that-overflow')
  expect(exercise).toMatchObject({
    kind: 'exercise',
    topic: 'tensors',
    runtime: 'data',
    limits: { cpuMs: 2000, memoryBytes: 256 * 1024 * 1024 },
    hints: ['What is the largest number that `exp` can take in `float64`?', expect.stringContaining('Which constant')],
    right: [{ file: 'loop.py' }],
    wrong: [{ file: 'one_maximum.py', caughtBy: 'rows far apart' }],
  })
  expect(exercise?.statement).toMatch(/^A ranking service .*`\(rows, items\)`\.$/s)
  expect(library.items.get('orders-by-shop')).toMatchObject({
    runtime: 'postgres',
    compare: 'bag',
    tolerance: 1e-9,
    cases: [
      { name: 'two shops', visible: true, category: 'example', data: 'insert into shop values (1), (2);\n' },
      { name: 'a shop without orders', visible: false, category: 'edge' },
    ],
  })
  expect(library.items.get('how-warm-it-is')).toMatchObject({ kind: 'exercise', world: expect.stringContaining('def draw(rng):') })
  expect(exercise).not.toHaveProperty('world')
  expect(library.items.get('why-subtract-the-maximum')).toMatchObject({
    kind: 'question',
    points: 4,
    rubric: [{ points: 2, mentions: [['overflow', 'inf', 'too large'], ['exp']] }, { points: 2 }],
    followUps: [expect.stringContaining('far below')],
  })
  expect(library.items.get('photos-of-a-year')).toMatchObject({
    kind: 'estimate',
    numbers: {
      users: { values: [20e6, 50e6, 200e6], unit: '' },
      photos: { values: [1, 2], unit: '' },
      size: { values: [300e3, 2e6], unit: 'B' },
    },
    answers: [
      { answer: 'users * photos * 365 * size', unit: 'B' },
      { answer: 'users * photos / 86400', unit: '/s' },
    ],
    followUps: [expect.stringContaining('three times')],
  })
})

test('the design of docs/content-designs.md loads, and its drawing could be handed in', () => {
  const design = 'tensors/designs/short-links'
  const wrong = `# misses: redirects are quick\n# shows: { part: store, metric: hottest, least: 0.98 }\n# why: It looks simple.\n`
  const files: Record<string, string> = {
    'parts.yml': readFileSync(join(import.meta.dirname, '../../content/parts.yml'), 'utf8'),
    'tensors/topic.md': example('topic.md', 'markdown'),
    [`${design}/design.md`]:
      '---\ntitle: Short links\npatterns: [tensors/stable-softmax]\ndifficulty: core\nminutes: 30\n---\nBrief.\n\n## Ambiguous\nShort.\n\n## Discussion\nLong.\n',
    [`${design}/case.yml`]: example('designs/', 'yaml', 0),
  }
  for (const file of ['starter', 'reference', 'right/other']) files[`${design}/${file}.yml`] = example('designs/', 'yaml', 1)
  for (const file of ['one', 'two', 'three']) files[`${design}/wrong/${file}.yml`] = wrong + example('designs/', 'yaml', 1)
  const { library, problems } = loadLibrary(writeTree(files))
  expect(problems).toEqual([])
  const item = library.items.get('short-links')
  if (item?.kind !== 'design') throw new Error('no design')
  const { drawing } = readDrawing(item.reference)
  if (drawing === undefined) throw new Error('no drawing')
  expect(assemble(item, drawing).problems).toEqual([])
})

test('the block directives of docs/content-format.md render as they stand', async () => {
  const { html, problems } = await renderMarkdown(example('Block directives', 'markdown'), { topic: 'tensors', root: '/nowhere' })
  expect(problems).toEqual([])
  expect(html).toContain('<aside class="note" aria-label="Note">')
  expect(html).toContain('<figure class="cell" data-runtime="data"><pre')
})

test('each page of the format is short, and the first one leads to it', () => {
  const first = readFileSync(join(DOCS, 'content-format.md'), 'utf8')
  for (const page of PAGES.filter((name) => name !== 'content-format.md')) expect(first).toContain(`](${page})`)
  for (const page of PAGES) expect(readFileSync(join(DOCS, page), 'utf8').split('\n').length, page).toBeLessThan(200)
})

test('a malformed file is a problem with its line, and the rest still loads', () => {
  const files = documentTree()
  const question = 'tensors/questions/why-subtract-the-maximum/question.md'
  files[question] = (files[question] ?? '').replace('points: 4', 'pionts: 4')
  const { library, problems } = loadLibrary(writeTree(files))
  expect(problems.map(({ where, what }) => `${where} ${what}`)).toEqual([
    `content/${question}:2 \`points\` is missing.`,
    `content/${question}:7 Unknown key \`pionts\`.`,
  ])
  expect([...library.items.keys()]).toEqual([
    'scores-that-overflow',
    'photos-of-a-year',
    'a-release-at-noon',
    'orders-by-shop',
    'how-warm-it-is',
  ])
})
