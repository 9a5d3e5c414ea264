import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, type Page } from './browser.ts'
import { type Onsite, PROJECT, startOnsite, temporaryHome } from './onsite.ts'

let onsite: Onsite
let browser: Awaited<ReturnType<typeof openBrowser>>
let remove: () => Promise<void>

beforeAll(async () => {
  const temporary = await temporaryHome()
  remove = temporary.remove
  onsite = await startOnsite(temporary.home)
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  await onsite.stop()
  await remove()
})

const exercise = (topic: string, slug: string, file: string) =>
  readFileSync(join(PROJECT, 'content', topic, 'exercises', slug, file), 'utf8')

/** Replaces what is in the editor, as a person does: select all, then paste. */
async function write(page: Page, source: string): Promise<void> {
  const editor = page.getByRole('textbox', { name: /Your code/ })
  await editor.click()
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(source)
}

test('from the start page by the guide to a solved exercise, whose draft a reload keeps', async () => {
  const page = await browser.context.newPage()
  await page.goto(onsite.url)
  await page
    .getByRole('link', { name: /^Tensors/ })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: 'Tensors' }).waitFor()
  await page
    .getByRole('link', { name: /Scores that overflow/ })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: 'Scores that overflow' }).waitFor()
  expect(await page.getByText('Stable softmax').count()).toBe(0)

  await write(page, exercise('tensors', 'scores-that-overflow', 'solution.py'))
  await page.keyboard.press('Control+Shift+Enter')
  await page
    .getByText(/^Passed/)
    .first()
    .waitFor({ timeout: 60_000 })
  await page
    .getByRole('link', { name: /softmax/i })
    .first()
    .waitFor()

  await page.reload()
  await page.getByRole('textbox', { name: /Your code/ }).waitFor()
  expect(await page.getByRole('textbox', { name: /Your code/ }).innerText()).toContain('def probabilities')
  await page.goto(`${onsite.url}/items`)
  expect(await page.getByRole('listitem').filter({ hasText: 'Scores that overflow' }).innerText()).toMatch(/solved/i)
  expect(browser.complaints).toEqual([])
})

test('a wrong answer shows both arrays and names what differs, and hidden checks tell no values', async () => {
  const page = await browser.context.newPage()
  await page.goto(`${onsite.url}/items/scores-that-overflow`)
  await write(page, 'import numpy as np\n\ndef probabilities(scores, allowed, temperature=1.0):\n    return np.where(allowed, 0.25, 0.0)\n')
  await page.getByRole('button', { name: /^Submit/ }).click()
  await page
    .getByText(/^Failed|^Not right|^Wrong/i)
    .first()
    .waitFor({ timeout: 60_000 })
  await page
    .getByText(/expected/i)
    .first()
    .waitFor()
  expect(await page.locator('table').count()).toBeGreaterThanOrEqual(2)
  expect(await page.locator('[class*=differ]').count()).toBeGreaterThan(0)
  expect(await page.getByText('float64').count()).toBeGreaterThan(0)
  await page.getByText('hidden, edge').nth(3).waitFor()
})

test('SQL runs against a real database, and a wrong query shows what its table lacks', async () => {
  const page = await browser.context.newPage()
  await page.goto(onsite.url)
  const { items } = (await (await page.request.get(`${onsite.url}/api/items`)).json()) as { items: { slug: string; runtime?: string }[] }
  const slug = items.find(({ runtime }) => runtime === 'postgres')?.slug ?? 'no SQL exercise'
  await page.goto(`${onsite.url}/items/${slug}`)
  await write(page, exercise('big-data', slug, 'solution.sql'))
  await page.keyboard.press('Control+Shift+Enter')
  await page
    .getByText(/^Passed/)
    .first()
    .waitFor({ timeout: 60_000 })
  await write(page, 'select 1 as wrong')
  await page.keyboard.press('Control+Enter')
  await page
    .getByText(/^Not yet/)
    .first()
    .waitFor({ timeout: 60_000 })
  await page
    .getByText(/column/)
    .first()
    .waitFor()
})

test('a question is answered, held against its rubric, and scored by the learner', async () => {
  const page = await browser.context.newPage()
  await page.goto(`${onsite.url}/items/why-subtract-the-maximum`)
  await page
    .getByRole('textbox')
    .fill(
      'In float64 exp overflows to inf above about 709, and inf over inf is nan. I subtract the maximum of each row, which leaves the result unchanged.',
    )
  await page.getByRole('button', { name: 'Hold it against the rubric' }).click()
  await page
    .getByText(/strong/i)
    .first()
    .waitFor()
  await page
    .getByRole('radio', { name: /2 of 2/ })
    .first()
    .check()
  await page.getByRole('button', { name: /save/i }).click()
  await page
    .getByText(/saved|past answers|earlier answers/i)
    .first()
    .waitFor()
  expect(browser.complaints).toEqual([])
})

test('a guide is complete without JavaScript', async () => {
  const plain = await openBrowser({ javaScriptEnabled: false })
  const page = await plain.context.newPage()
  await page.goto(`${onsite.url}/topics/tensors`)
  expect((await page.locator('main').innerText()).length).toBeGreaterThan(6000)
  expect(await page.locator('.katex').count()).toBeGreaterThan(3)
  await plain.close()
})
