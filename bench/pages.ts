import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { openBrowser } from '../test/browser.ts'
import type { Way } from './rounds.ts'
import { type Transfer, noteTransfer } from './transfer.ts'

/** A page that is really loaded. */
export interface Visited {
  readonly name: string
  readonly path: string
  /** It is there once this can be seen. */
  readonly shows: string
  /** Most JavaScript, bytes as sent. */
  readonly budget: number
}

const KB = 1000

/** The first is a guide, then the editor with its two languages; a design brings the canvas and, in a thread of its own, the simulation. */
export const VISITED: readonly Visited[] = [
  { name: 'guide: tensors', path: '/topics/tensors', shows: 'h1', budget: 110 * KB },
  { name: 'exercise, Python: quotes-that-age', path: '/items/quotes-that-age', shows: '.cm-content', budget: 250 * KB },
  { name: 'exercise, SQL: patients-to-remind', path: '/items/patients-to-remind', shows: '.cm-content', budget: 250 * KB },
  { name: 'design: short-links', path: '/items/short-links', shows: '.part-node', budget: 400 * KB },
]

/** Nothing more comes after the network was silent for half a second and this long, ms. */
const SILENCE_MS = 500
const WARM_WITHIN_MS = 180_000

/**
 * The time to the largest paint of each page in a browser that has never been here, and of a page of one line for comparison.
 * `transfers` has what the last visit loaded, by name.
 */
export async function pageWays(url: string) {
  const transfers = new Map<string, Transfer>()
  const plain = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end('<!doctype html><html lang="en"><head><title>One line</title></head><body><p>One line.</p></body></html>')
  })
  await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve))
  const plainUrl = `http://127.0.0.1:${(plain.address() as AddressInfo).port}/`
  const way = (name: string, address: string, shows: string): Way => ({
    name,
    times: 1,
    every: 1,
    async once() {
      const { paintMs, transfer } = await visit(address, shows)
      transfers.set(name, transfer)
      return { ms: paintMs, cpuMs: undefined }
    },
  })
  const ways = [...VISITED.map(({ name, path, shows }) => way(name, `${url}${path}`, shows)), way('a page of one line', plainUrl, 'p')]
  return { ways, transfers, close: () => void plain.close() }
}

/** Waits until the server has started its interpreters: until then it shares the processor with them. */
export async function untilWarm(url: string): Promise<void> {
  const [cookie = ''] = (await fetch(url)).headers.getSetCookie().map((text) => text.split(';')[0] ?? '')
  const deadline = performance.now() + WARM_WITHIN_MS
  while (performance.now() < deadline) {
    const status = (await (await fetch(`${url}/api/status`, { headers: { cookie } })).json()) as {
      readonly runtimes: readonly { readonly state: string }[]
    }
    if (status.runtimes.every(({ state }) => state === 'ready' || state === 'unavailable')) return
    await sleep(500)
  }
  throw new Error('the server was not warm within three minutes')
}

async function visit(address: string, shows: string): Promise<{ readonly paintMs: number; readonly transfer: Transfer }> {
  const browser = await openBrowser()
  try {
    const page = await browser.context.newPage()
    const noted = noteTransfer(page)
    await page.goto(address)
    await page.locator(shows).first().waitFor()
    await page.waitForLoadState('networkidle')
    await sleep(SILENCE_MS)
    return { paintMs: await largestPaint(page), transfer: await noted.read() }
  } finally {
    await browser.close()
  }
}

/** Milliseconds from the navigation to the last candidate of the largest contentful paint. */
function largestPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        })
      }),
  )
}
