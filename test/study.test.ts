import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessibilityFaults, DESKTOP, openBrowser, PHONE, type Page } from './browser.ts'
import { type Onsite, startOnsite, temporaryHome } from './onsite.ts'

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

/** Answers a predict or recognise item by its first choice and goes on to the next, if there is one. */
async function answer(page: Page): Promise<void> {
  const choices = page.getByRole('radio')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByRole('button', { name: /That is it|This one/ }).waitFor()
  if ((await choices.count()) > 0) await choices.first().check()
  else await page.getByRole('textbox', { name: 'Your answer' }).fill('0')
  await page.getByRole('button', { name: /That is it|This one/ }).click()
  const reason = page.getByRole('heading', { name: 'What in the task speaks for it?' })
  const outcome = page.getByRole('heading', { name: /^(Right|It gives something else|Another one fits)/ })
  await reason.or(outcome).waitFor()
  if (await reason.isVisible()) {
    await page.locator('section[aria-labelledby="reason"] button').first().click()
    await outcome.waitFor()
  }
}

test('a target in a minute, a diagnostic that is left and resumed, a list for today, and what follows', async () => {
  const page = await browser.context.newPage()
  await page.goto(onsite.url)
  await page.getByRole('link', { name: 'Set a target' }).click()
  await page.getByRole('heading', { name: 'What do you prepare for?' }).waitFor()
  await page.getByLabel('Company').selectOption('ads')
  const weights = page.getByRole('region', { name: 'What it will ask' })
  await weights.locator('dt').first().getByText('Recommenders').waitFor()
  await page.getByRole('button', { name: 'Set the target' }).click()

  await page.getByRole('heading', { name: 'What can you do already?' }).waitFor()
  await page.getByRole('group', { name: 'Tensors' }).getByLabel('Can alone').check()
  await page.getByRole('button', { name: /^Start, about 12 items/ }).click()
  await answer(page)
  await page.getByRole('link', { name: 'Next' }).click()
  await answer(page)

  // Left in the middle; another tab goes on where it was.
  await page.goto(`${onsite.url}/diagnostic`)
  await page.getByRole('link', { name: /Go on: item 3 of at most 12/ }).waitFor()
  await page.getByRole('button', { name: 'That is enough' }).click()
  await page.getByRole('heading', { name: 'What it found' }).waitFor()

  await page.goto(onsite.url)
  await page.getByLabel(/I have/).fill('40')
  await page.getByRole('button', { name: 'Start' }).click()
  // The list stands once the first item opens.
  await page.waitForURL(/\/items\//)
  await page.goto(onsite.url)
  await page.getByRole('link', { name: /^Go on:/ }).waitFor()
  const listed = await page
    .getByRole('listitem')
    .filter({ hasText: /points? for \d/ })
    .count()
  expect(listed).toBeGreaterThan(0)

  await page.getByRole('link', { name: 'Plan', exact: true }).click()
  await page.getByRole('heading', { name: /^The plan to/ }).waitFor()
  await page.getByText(/days later/).waitFor({ timeout: 30_000 })
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'As a calendar file' }).click()])
  expect(readFileSync(await file.path(), 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n/)

  await page.getByRole('link', { name: 'Readiness', exact: true }).click()
  await page.getByRole('heading', { name: 'How ready are you?' }).waitFor()
  await page.getByText(/An 80 % band from [1-9]/).waitFor()
  await page.getByText(/When we said/).waitFor()
  await page.close()
  expect(browser.complaints).toEqual([])
}, 180_000)

test.each([
  { size: 'desktop', viewport: DESKTOP, colorScheme: 'dark' },
  { size: 'phone', viewport: PHONE, colorScheme: 'light' },
] as const)(
  'with something to show, the screens are clean by axe and fit on a $size',
  async ({ viewport, colorScheme }) => {
    const own = await openBrowser({ viewport, colorScheme })
    const page = await own.context.newPage()
    const faults: string[] = []
    for (const path of ['/', '/target', '/plan', '/readiness', '/diagnostic', '/items/scores-that-overflow~recognise']) {
      await page.goto(`${onsite.url}${path}`, { waitUntil: 'networkidle' })
      faults.push(...(await accessibilityFaults(page)).map((fault) => `${path}: ${fault}`))
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      if (overflow > 0) faults.push(`${path}: ${overflow} px wider than the window`)
    }
    await own.close()
    expect(faults).toEqual([])
    expect(own.complaints).toEqual([])
  },
  120_000,
)
