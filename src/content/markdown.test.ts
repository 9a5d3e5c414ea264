import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { renderMarkdown } from './markdown.ts'
import { plainText } from './plain-text.ts'

function render(markdown: string, figures: Readonly<Record<string, string>> = {}) {
  const root = mkdtempSync(join(tmpdir(), 'onsite-markdown-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  mkdirSync(join(root, 'tensors', 'figures'), { recursive: true })
  for (const [name, svg] of Object.entries(figures)) writeFileSync(join(root, 'tensors', 'figures', name), svg)
  return renderMarkdown(markdown, { topic: 'tensors', root })
}

test('what could run or call out is gone, and the words around it stay', async () => {
  const { html } = await render(
    [
      'before <script>alert(1)</script> <img src=x onerror=alert(1)> after',
      '<a href="javascript:alert(1)" onclick="alert(1)">link</a> <iframe src="https://example.org"></iframe>',
      '[data](data:text/html,x) <svg><script>alert(1)</script></svg> <form action="/x"><input name=a></form>',
      '<p style="position:fixed" id="location">styled</p>',
      '![out](https://example.org/pixel.png)',
    ].join('\n\n'),
  )
  expect(html).toContain('before')
  expect(html).toContain('styled')
  expect(html).not.toMatch(/<script|onerror|onclick|javascript:|<iframe|data:text|<svg|<form|<input|style=|id="location"|pixel\.png/)
})

test('times, ratios and addresses are text, not directives', async () => {
  const { html, problems } = await render('At 10:30 the ratio is 3:1 on host:port for python:slim.')
  expect(html).toBe('<p>At 10:30 the ratio is 3:1 on host:port for python:slim.</p>')
  expect(problems).toEqual([])
})

test('an unknown directive, attribute, cell or language is a problem at its line', async () => {
  const source =
    ':::warning\nx\n:::\n\n:::note{big=1}\nx\n:::\n\n:::cell{runtime=postgres}\n~~~python\n1\n~~~\n:::\n\n:::cell{runtime=data}\ntext\n:::\n\n```cobol\nx\n```\n'
  const { problems } = await render(source)
  expect(problems.map(({ line, what }) => `${line} ${what}`)).toEqual([
    '1 Unknown directive ":::warning": there are note, trap, interview and cell.',
    '5 ":::note" takes no attribute "big".',
    '9 ":::cell" needs a runtime: {runtime=python|data|torch}.',
    '15 ":::cell" holds exactly one fenced block of code.',
    '19 Code in "cobol" is not coloured: use python, sql, bash, json, yaml, dockerfile or text.',
  ])
})

test('a formula that cannot be set is a problem at its line', async () => {
  const inline = await render('fine $x^2$\n\nbroken $\\frac{1}{$ here')
  expect(inline.problems).toMatchObject([{ line: 3, what: expect.stringContaining('KaTeX parse error') }])
  const display = await render('fine\n\n$$\n\\frac{1}{\n$$\n')
  expect(display.problems).toMatchObject([{ line: 3, what: expect.stringContaining('KaTeX parse error') }])
})

test('formulas use the class names of the one installed style sheet', async () => {
  // Two versions of KaTeX set sub- and superscripts at double size, silently.
  const { html } = await render('$x^2$')
  const css = readFileSync(createRequire(import.meta.url).resolve('katex/dist/katex.css'), 'utf8')
  const [, sizing = ''] = /class="([\w-]*sizing) reset-size6/.exec(html) ?? []
  expect(sizing).not.toBe('')
  expect(css).toContain(`.${sizing}.reset-size6`)
})

test('a formula between two $$ on one line is displayed, one between single $ is not', async () => {
  expect((await render('so\n$$\\frac{a}{b}$$\nholds')).html).toContain('katex-display')
  expect((await render('so $\\frac{a}{b}$ holds')).html).not.toContain('katex-display')
})

test('code is coloured for both themes by variables, and a cell keeps its source as text', async () => {
  const { html } = await render(':::cell{runtime=torch}\n~~~python\nx = 1 < 2\n~~~\n:::\n')
  expect(html).toMatch(/^<figure class="cell" data-runtime="torch"><pre tabindex="0" class="shiki"><code class="language-python">/)
  expect(html).toMatch(/style="--shiki-light:#[0-9A-F]{6};--shiki-dark:#[0-9A-F]{6}"/i)
  expect(html).not.toMatch(/style="[^"]*(?<!-)color:/)
  expect(html.replaceAll(/<[^>]*>/g, '')).toBe('x = 1 &#x3C; 2')
})

test('links to content lead to its pages; links that leave tell the other side nothing', async () => {
  const { html } = await render('[a](pattern:tensors/x) [b](topic:tensors) [c](item:y-z) [d](https://example.org) [e](#f)')
  expect([...html.matchAll(/<a ([^>]*)>/g)].map(([, attributes]) => attributes)).toEqual([
    'href="/patterns/tensors/x"',
    'href="/topics/tensors"',
    'href="/items/y-z"',
    'href="https://example.org" rel="noopener noreferrer"',
    'href="#f"',
  ])
})

test('a figure stands in the page as a sanitised drawing with its text, its ids its own', async () => {
  const svg = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="10" height="10" viewBox="0 0 10 10" onload="alert(1)">
    <title>t</title><style>*{fill:red}</style><script>alert(1)</script><defs><marker id="tip"><path d="M0 0L1 1"/></marker></defs>
    <path id="a" d="M0 0L9 9" stroke="currentColor" marker-end="url(#tip)" fill="url(https://example.org/x)"/>
    <a href="https://example.org"><text x="1">words</text></a><image href="https://example.org/x.png"/><foreignObject><p>p</p></foreignObject></svg>`
  const { html, problems } = await render('![A line from corner to corner](figures/one-line.svg)', { 'one-line.svg': svg })
  expect(problems).toEqual([])
  expect(html).toMatch(/^<figure class="picture"><svg [^>]*viewBox="0 0 10 10"[^>]* role="img" aria-label="A line from corner to corner">/)
  expect(html).toContain('id="one-line-tip"')
  expect(html).toContain('marker-end="url(#one-line-tip)"')
  expect(html).toContain('stroke="currentColor"')
  expect(html).toContain('words')
  expect(html).not.toMatch(/script|onload|style|example\.org|foreignObject|<image|<title/i)
})

test('a picture that is not there is a problem, whatever its address', async () => {
  for (const address of ['figures/none.svg', '../../etc/passwd', 'figures/../topic.md']) {
    const { html, problems } = await render(`text\n\n![what it shows](${address})`)
    expect(problems).toMatchObject([{ line: 3, what: `There is no picture "${address}".` }])
    expect(html).toContain('what it shows')
  }
})

test('a picture in the middle of a sentence is a problem and no broken paragraph', async () => {
  const { html, problems } = await render('see ![what it shows](figures/none.svg) here')
  expect(problems).toMatchObject([{ line: 1, what: expect.stringContaining('paragraph of its own') }])
  expect(html).toBe('<p>see what it shows here</p>')
})

test('headings have ids and a table of contents, and footnotes find their way', async () => {
  const { html, headings } = await render('## The idea\n\ntext[^1]\n\n### Its `cost`\n\n[^1]: a note')
  expect(headings.slice(0, 2)).toEqual([
    { id: 'the-idea', text: 'The idea', depth: 2 },
    { id: 'its-cost', text: 'Its cost', depth: 3 },
  ])
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target)
})

test('plain text is the words: no marks, no HTML, a space between blocks', () => {
  const markdown =
    '## A *title*\nSome `code`, $x^2$ and a [link](item:x).\n\n- one\n- two\n\n<b>raw</b>\n\n| a | b |\n|---|---|\n| c | d |\n\n:::note\nheld\n:::\n'
  expect(plainText(markdown)).toBe('A title Some code, x^2 and a link. one two raw a b c d held')
})
