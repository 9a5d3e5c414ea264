import { expect, onTestFinished, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { startOnsite, temporaryHome } from './onsite.ts'

test('the record reads without JavaScript, and its models run anew in the page', async () => {
  const { home, remove } = await temporaryHome()
  onTestFinished(remove)
  const onsite = await startOnsite(home)
  onTestFinished(onsite.stop)

  const plain = await openBrowser({ javaScriptEnabled: false })
  onTestFinished(plain.close)
  const bare = await plain.context.newPage()
  await bare.goto(`${onsite.url}/simulator`)
  await bare.getByRole('row', { name: /M\/M\/1 at 0.5: mean response/ }).waitFor()

  const browser = await openBrowser()
  onTestFinished(browser.close)
  const page = await browser.context.newPage()
  await page.goto(`${onsite.url}/simulator`)
  await page.getByRole('button', { name: 'Run them here' }).click()
  const first = page.getByRole('row', { name: /M\/M\/1 at 0.5: mean response/ })
  await first.getByText('Here:').waitFor()
  await page.getByRole('button', { name: 'Stop' }).click()
  const told = await page.getByText(/^Stopped after/).textContent()
  expect(told).toMatch(/Stopped after \d+ of 53 models: \d+ of \d+ exact values inside, first seed \d+\./)
  expect(browser.complaints).toEqual([])
})
