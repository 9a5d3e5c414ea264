import { afterEach, expect, test } from 'vitest'
import { openBrowser, type Page } from './browser.ts'
import { type Onsite, startOnsite, temporaryHome } from './onsite.ts'

const ending: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const end of ending.splice(0).toReversed()) await end()
})

async function begin(): Promise<{
  readonly onsite: Onsite
  readonly page: Page
  readonly home: string
  readonly browser: Awaited<ReturnType<typeof openBrowser>>
}> {
  const { home, remove } = await temporaryHome()
  ending.push(remove)
  const onsite = await startOnsite(home)
  ending.push(onsite.stop)
  const browser = await openBrowser()
  ending.push(browser.close)
  return { onsite, home, browser, page: await openExercise(browser, onsite.url) }
}

async function openExercise(browser: Awaited<ReturnType<typeof openBrowser>>, url: string): Promise<Page> {
  const page = await browser.context.newPage()
  await page.goto(`${url}/items/scores-that-overflow`)
  await page.getByRole('textbox', { name: /Your code/ }).waitFor()
  return page
}

async function write(page: Page, source: string): Promise<void> {
  await page.getByRole('textbox', { name: /Your code/ }).click()
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(source)
}

const code = (page: Page) => page.getByRole('textbox', { name: /Your code/ }).innerText()

test('the server killed while grading loses no code, and the open tab goes on with the next start', async () => {
  const { onsite, page, home } = await begin()
  await write(page, 'import time\ndef probabilities(scores, allowed, temperature=1.0):\n    time.sleep(30)  # kept\n')
  await page.keyboard.press('Control+Shift+Enter')
  await page
    .getByText(/Judging|Waiting for its turn/)
    .first()
    .waitFor()
  await onsite.kill()
  await page
    .getByText(/connection|server|reach/i)
    .first()
    .waitFor({ timeout: 30_000 })
  expect(await code(page)).toContain('# kept')

  const again = await startOnsite(home, Number(new URL(onsite.url).port))
  ending.push(again.stop)
  await write(page, 'def probabilities(scores, allowed, temperature=1.0):\n    return scores  # after the restart\n')
  await page.keyboard.press('Control+Enter')
  await page
    .getByText(/^Not yet/)
    .first()
    .waitFor({ timeout: 60_000 })
})

test('offline for a while keeps what is typed, says so, and saves it when the line is back', async () => {
  const { onsite, page, browser } = await begin()
  await browser.context.setOffline(true)
  await write(page, '# typed while offline\n')
  await page
    .getByText(/not saved|offline|kept in this browser/i)
    .first()
    .waitFor({ timeout: 30_000 })
  await browser.context.setOffline(false)
  await expect
    .poll(async () => JSON.stringify(await (await page.request.get(`${onsite.url}/api/items/scores-that-overflow`)).json()), {
      timeout: 60_000,
      interval: 500,
    })
    .toContain('typed while offline')
  await page.reload()
  await expect.poll(() => code(page), { timeout: 20_000 }).toContain('# typed while offline')
})

test('two tabs on one exercise lose nothing of either', async () => {
  const { onsite, page, browser } = await begin()
  const other = await openExercise(browser, onsite.url)
  await write(page, '# written in the first tab\n')
  await page.waitForTimeout(1500)
  await write(other, '# written in the second tab\n')
  await other.waitForTimeout(1500)
  const texts = `${await code(page)} ${await code(other)}`
  const bars = `${await page.locator('body').innerText()} ${await other.locator('body').innerText()}`
  expect(texts).toContain('# written in the second tab')
  // Either the first tab took the newer text over, or one of them offers the choice.
  expect(texts.includes('# written in the first tab') ? bars : 'Another tab has a newer version').toMatch(/another tab|newer version/i)
})

test('a port in use ends in one clear message', async () => {
  const { onsite, home } = await begin()
  await expect(startOnsite(home, Number(new URL(onsite.url).port))).rejects.toThrow(/Port \d+ is in use[\s\S]*--port/)
})
