import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessibilityFaults, DESKTOP, openBrowser, PHONE, type Page } from './browser.ts'
import { type Onsite, PROJECT, startOnsite, temporaryHome } from './onsite.ts'

const ITEM = '/items/short-links'
const CASE = join(PROJECT, 'content/system-design/designs/short-links')

let onsite: Onsite
let remove: () => Promise<void>

beforeAll(async () => {
  const temporary = await temporaryHome()
  remove = temporary.remove
  onsite = await startOnsite(temporary.home)
})

afterAll(async () => {
  await onsite.stop()
  await remove()
})

const editor = (page: Page) => page.getByRole('textbox', { name: /The drawing as text/ })

/** How long the preview took: it is there. */
const previewed = (page: Page) => page.getByRole('status').filter({ hasText: /^\d+ ms$/ })

/** The whole text of the editor, also what is scrolled out of sight. */
async function textOf(page: Page): Promise<string> {
  return (await editor(page).locator('.cm-line').allInnerTexts()).map((line) => line.replace(/^\n$/, '')).join('\n')
}

async function write(page: Page, text: string): Promise<void> {
  await editor(page).click()
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(text)
}

test('a case is opened, asked about, drawn, previewed, predicted, graded, compared and shared', async () => {
  const browser = await openBrowser()
  const page = await browser.context.newPage()
  await page.goto(`${onsite.url}${ITEM}`)
  await page.getByRole('heading', { level: 1, name: 'Short links' }).waitFor()
  await editor(page).waitFor()
  page.setDefaultTimeout(20_000)

  // A question is asked: its answer stays as a fact, also after a reload.
  const facts = page.locator('.facts dd')
  const before = await facts.count()
  await page.locator('.ask').first().click()
  await expect.poll(() => facts.count()).toBe(before + 1)

  // The starter is previewed, and does not hold.
  await page.getByRole('tab', { name: 'Preview' }).click()
  await previewed(page).waitFor()
  const readings = page.getByRole('table', { name: 'Readings of the preview' })
  await readings
    .getByRole('cell', { name: /beyond/ })
    .first()
    .waitFor()

  // A setting in a form: the text, the canvas and the preview follow.
  const shown = await readings.innerText()
  await page.getByRole('button', { name: 'links', exact: true }).click()
  await page.getByLabel('replicas').fill('9')
  await expect.poll(() => textOf(page)).toContain('replicas: 9')
  await page.locator('.part-node', { hasText: 'links' }).getByText('× 9').waitFor()
  await expect.poll(() => readings.innerText()).not.toBe(shown)

  // A part is dragged onto the canvas, and connected by its handles.
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Add Cache' }).dragTo(page.locator('.react-flow__pane'), { targetPosition: { x: 330, y: 60 } })
  await expect.poll(() => textOf(page)).toContain('cache: { part: cache }')
  const source = page.locator('[data-id="service"] .react-flow__handle.source')
  const target = page.locator('[data-id="cache"] .react-flow__handle.target')
  const [from, to] = [await source.boundingBox(), await target.boundingBox()]
  if (from === null || to === null) throw new Error('The handles are out of sight.')
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 })
  await page.mouse.up()
  await expect.poll(() => textOf(page)).toMatch(/open: \[ ?service, cache, links/)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => textOf(page)).toMatch(/open: \[ ?service, links/)

  // What is wrong in the text is said at its line, and the canvas keeps the drawing before.
  await write(page, 'components: [')
  await page.getByText('this is the drawing before').waitFor()
  await page.locator('.cm-problem').waitFor()
  await write(page, readFileSync(join(CASE, 'reference.yml'), 'utf8'))
  await page.getByText(/^Preview of “peak”: (\d) of \1 within/).waitFor()

  // The run is scrubbed: the canvas shows the moment.
  const slider = page.getByRole('slider', { name: 'Second of the run' })
  await slider.focus()
  await page.keyboard.press('Home')
  await expect.poll(() => slider.inputValue()).toBe('0')
  await page.getByRole('button', { name: 'Play the run' }).click()
  await expect.poll(async () => Number(await slider.inputValue())).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Pause the run' }).click()

  // Said before the run, graded, and compared.
  await page.getByRole('button', { name: 'Predict and grade' }).click()
  await page.getByRole('textbox', { name: /^Reads a second/ }).fill('700')
  await page.getByRole('button', { name: 'Grade at level standard' }).click()
  await page.getByText('Passed at level standard').waitFor({ timeout: 120_000 })
  await page.getByRole('heading', { name: 'What you said, and what was true' }).waitFor()
  await page.getByRole('row', { name: /^Reads a second.*700\/s/ }).waitFor()
  await page.getByText('What the interviewer asks next').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Compare with the reference' }).click()
  await page.getByRole('dialog').getByText('The drawings are the same.').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: 'Attempts' }).click()
  await page.getByRole('button', { name: /^Passed, standard/ }).click()
  await page.getByRole('dialog').getByText('Latency of open', { exact: true }).waitFor({ timeout: 60_000 })
  expect(await accessibilityFaults(page)).toEqual([])
  await page.keyboard.press('Escape')

  // The link brings the drawing to somebody else, whose browser computes the same report.
  await page.getByRole('button', { name: 'Share' }).click()
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue()
  await page.keyboard.press('Escape')
  expect(browser.complaints).toEqual([])
  await browser.close()

  const other = await openBrowser()
  const theirs = await other.context.newPage()
  await theirs.goto(link)
  await theirs.getByText(/^A drawing from a link, level standard/).waitFor()
  await expect.poll(() => textOf(theirs)).toContain('# one zone may fail')
  await theirs.getByRole('button', { name: 'Replay its graded run' }).click()
  await theirs.getByText('the same report as the one that was shared').waitFor({ timeout: 120_000 })
  expect(other.complaints).toEqual([])
  await other.close()
}, 300_000)

test('a drawing is made with the keyboard alone', async () => {
  const browser = await openBrowser()
  const page = await browser.context.newPage()
  await page.goto(`${onsite.url}${ITEM}`)
  await editor(page).waitFor()
  await write(page, 'components: {}\nroutes: {}\n')

  const tabTo = async (name: RegExp, key = 'Tab') => {
    for (let presses = 0; presses < 250; presses++) {
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
  await tabTo(/^Add Service/)
  await page.keyboard.press('Enter')
  await expect.poll(() => textOf(page)).toContain('part: service')
  await tabTo(/^Done/)
  await page.keyboard.press('Enter')
  await tabTo(/^Add Database of links/)
  await page.keyboard.press('Enter')
  await expect.poll(() => textOf(page)).toContain('part: links')
  await tabTo(/^Text$/)
  await page.keyboard.press('ArrowRight')
  await page.getByRole('heading', { name: 'open', exact: true }).waitFor()
  await tabTo(/^Add a step at the end of open Add$/)
  await page.keyboard.press('Enter')
  await page.locator('.step summary', { hasText: 'service' }).first().waitFor()
  await tabTo(/^Routes$/, 'Shift+Tab')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => textOf(page)).toMatch(/open:\s*(\[ ?service ?\]|- service)/)

  // On the canvas: a component is moved by arrows, a way and then a component are taken away, and brought back.
  await page.locator('.react-flow__node[data-id="service"]').focus()
  await page.keyboard.press('Enter')
  await page.locator('.react-flow__node[data-id="service"]').focus()
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => textOf(page)).toMatch(/layout:\s+service: \[/)
  await page.locator('.react-flow__edge').first().focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Delete')
  await expect.poll(() => textOf(page)).not.toMatch(/open:\s*(\[ ?service ?\]|- service)/)
  await page.keyboard.press('Control+z')
  await expect.poll(() => textOf(page)).toMatch(/open:\s*(\[ ?service ?\]|- service)/)
  await browser.close()
}, 120_000)

test('the brief reads without JavaScript', async () => {
  const browser = await openBrowser({ javaScriptEnabled: false })
  const page = await browser.context.newPage()
  await page.goto(`${onsite.url}${ITEM}`)
  await page.getByRole('heading', { level: 1, name: 'Short links' }).waitFor()
  await page.getByRole('heading', { name: 'Objectives' }).waitFor()
  expect(await page.locator('.canvas-waiting').innerText()).toContain('need JavaScript')
  await browser.close()
})

test.each([
  { size: 'desktop', viewport: DESKTOP, colorScheme: 'light' },
  { size: 'desktop', viewport: DESKTOP, colorScheme: 'dark' },
  { size: 'phone', viewport: PHONE, colorScheme: 'light' },
  { size: 'phone', viewport: PHONE, colorScheme: 'dark' },
] as const)(
  'every view is clean by axe and fits on a $size, $colorScheme',
  async ({ viewport, colorScheme, size }) => {
    const browser = await openBrowser({ viewport, colorScheme })
    const page = await browser.context.newPage()
    await page.goto(`${onsite.url}${ITEM}`)
    const faults: string[] = []
    const look = async (name: string) => {
      faults.push(...(await accessibilityFaults(page)).map((fault) => `${name}: ${fault}`))
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      if (overflow > 0) faults.push(`${name}: ${overflow} px wider than the window`)
    }
    const show = async (view: string) => {
      if (size === 'phone') await page.getByRole('group', { name: 'Show' }).getByRole('button', { name: view }).click()
    }
    await page.locator('.canvas').waitFor({ state: 'attached' })
    await look('brief')
    await show('Drawing')
    const startOver = page.getByRole('button', { name: 'Start over' })
    if (await startOver.isEnabled()) await startOver.click()
    await page.locator('.part-node').first().waitFor()
    await page.getByRole('button', { name: 'links', exact: true }).click()
    await look('drawing')
    await show('Text')
    await editor(page).waitFor()
    await look('text')
    await page.getByRole('tab', { name: 'Routes' }).click()
    for (const step of await page.locator('.step > summary').all()) await step.click()
    await look('routes')
    await page.getByRole('tab', { name: 'Policies' }).click()
    await page.getByRole('button', { name: 'Add a policy' }).click()
    await look('policies')
    await show('Run')
    await page.getByRole('tab', { name: 'Preview' }).click()
    await previewed(page).waitFor()
    await look('preview')
    await page.getByRole('tab', { name: 'Graded run' }).click()
    await look('predictions')
    await show('Drawing')
    await page.getByRole('button', { name: 'Share' }).click()
    await look('share')
    await browser.close()
    expect(faults).toEqual([])
    expect(browser.complaints).toEqual([])
  },
  120_000,
)
