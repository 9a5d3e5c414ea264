import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults, DESKTOP, openBrowser, PHONE } from './browser.ts'
import { type Onsite, startOnsite, temporaryHome } from './onsite.ts'

const SCREENS = {
  home: '/',
  guide: '/topics/tensors',
  'another guide': '/topics/recommenders',
  'a guide of designs': '/topics/system-design',
  pattern: '/patterns/tensors/stable-softmax',
  items: '/items',
  exercise: '/items/scores-that-overflow',
  question: '/items/why-subtract-the-maximum',
  design: '/items/short-links',
  drill: '/items/a-year-of-photos',
  target: '/target',
  diagnostic: '/diagnostic',
  plan: '/plan',
  readiness: '/readiness',
  'which pattern fits': '/items/scores-that-overflow~recognise',
  search: '/search?q=attention',
  status: '/status',
  'the simulator': '/simulator',
  'nothing here': '/items/no-such-item',
}

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

describe.each([
  { size: 'desktop', viewport: DESKTOP },
  { size: 'phone', viewport: PHONE },
])('on a $size', ({ viewport }) => {
  test.each(['light', 'dark'] as const)('every screen is clean by axe and never wider than the window, %s', async (colorScheme) => {
    const browser = await openBrowser({ viewport, colorScheme })
    const page = await browser.context.newPage()
    const faults: string[] = []
    for (const [name, path] of Object.entries(SCREENS)) {
      await page.goto(`${onsite.url}${path}`, { waitUntil: 'networkidle' })
      faults.push(...(await accessibilityFaults(page)).map((fault) => `${name}: ${fault}`))
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      if (overflow > 0) faults.push(`${name}: ${overflow} px wider than the window`)
    }
    await browser.close()
    expect(faults).toEqual([])
    expect(browser.complaints.filter((complaint) => !complaint.includes('404'))).toEqual([])
  })
})
