import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openBrowser, type Page } from './browser.ts'
import { PROJECT, startOnsite, temporaryHome } from './onsite.ts'

/** Title of the drill of `a-year-of-photos`. */
const DRILL = 'A year of photos'

/** Presses Tab until the element with the focus reads like this. */
async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    // In the editor Tab indents; Escape lets the next one leave.
    if (await page.evaluate(() => document.activeElement?.classList.contains('cm-content') === true)) await page.keyboard.press('Escape')
    await page.keyboard.press(key)
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      return element === null ? '' : `${element.getAttribute('aria-label') ?? ''} ${element.textContent ?? ''}`.trim()
    })
    if (name.test(focused)) return
  }
  throw new Error(`The keyboard never reaches ${name}`)
}

test('an exercise is found, solved and left with the keyboard alone', async () => {
  const { home, remove } = await temporaryHome()
  const onsite = await startOnsite(home)
  const browser = await openBrowser()
  onTestFinished(async () => {
    await browser.close()
    await onsite.stop()
    await remove()
  })
  const page = await browser.context.newPage()
  await page.goto(onsite.url)
  await tabTo(page, /^Tensors/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Tensors' }).waitFor()
  await tabTo(page, /Scores that overflow/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Scores that overflow' }).waitFor()
  await page.getByRole('textbox', { name: /Your code/ }).waitFor()
  await tabTo(page, /Your code/)
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(readFileSync(join(PROJECT, 'content/tensors/exercises/scores-that-overflow/solution.py'), 'utf8'))
  // Escape closes what is open over the editor; Escape, then Tab leaves it: no trap.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await tabTo(page, /^Submit/)
  await page.keyboard.press('Enter')
  await page
    .getByText(/^Passed/)
    .first()
    .waitFor({ timeout: 60_000 })
  await tabTo(page, /Onsite, start page/, 'Shift+Tab')
  await page.keyboard.press('/')
  await page.getByRole('dialog').getByRole('searchbox').fill('attention')
  await page.getByRole('dialog').getByRole('link').first().waitFor()
  await page.keyboard.press('Escape')
  expect(await page.getByRole('dialog').count()).toBe(0)
})

test('a drill is estimated, and met again with other numbers, with the keyboard alone', async () => {
  const { home, remove } = await temporaryHome()
  const onsite = await startOnsite(home)
  const browser = await openBrowser()
  onTestFinished(async () => {
    await browser.close()
    await onsite.stop()
    await remove()
  })
  const page = await browser.context.newPage()
  await page.goto(`${onsite.url}/items?kind=drill`)
  await tabTo(page, new RegExp(DRILL))
  await page.keyboard.press('Enter')
  const fields = page.getByRole('textbox')
  await fields.first().waitFor()
  const told = await page.locator('.prose').first().textContent()
  for (let presses = 0; presses < 100; presses++) {
    if (await fields.first().evaluate((field) => field === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  // Enter goes on to the next empty field, and after the last one compares.
  for (let field = await fields.count(); field > 0; field--) {
    await page.keyboard.type('1.5 million')
    await page.keyboard.press('Enter')
  }
  await page.getByRole('heading', { name: /Near enough|Too far off/ }).waitFor()
  expect(await page.getByRole('row').count()).toBe((await fields.count()) + 1)
  await tabTo(page, /^Another draw$/)
  await page.keyboard.press('Enter')
  await page.waitForFunction((before) => document.querySelector('.prose')?.textContent !== before, told)
  await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement && document.activeElement.value === '')
  expect(await page.getByRole('heading', { name: 'Your past draws' }).count()).toBe(1)
})
