import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { build } from 'vite'
import { measurements } from '../src/validation/identity.ts'
import { openBrowser } from './browser.ts'
import { PROJECT } from './onsite.ts'

/** The simulation for a page: one script that defines `identity.measurements()`. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: join(PROJECT, 'src', 'validation', 'identity.ts'), formats: ['iife'], name: 'identity' },
    },
  })
  for (const output of Array.isArray(built) ? built : [built]) {
    for (const file of 'output' in output ? output.output : []) if (file.type === 'chunk') return file.code
  }
  throw new Error('vite built no script')
}

test('a run measures the same in the browser as in Node, to the last bit', async () => {
  const browser = await openBrowser()
  onTestFinished(browser.close)
  const page = await browser.context.newPage()
  await page.addScriptTag({ content: await bundle() })
  const there = await page.evaluate(() =>
    (globalThis as unknown as { identity: { measurements: () => Readonly<Record<string, string>> } }).identity.measurements(),
  )
  const here = measurements()
  expect(Object.keys(here).length).toBeGreaterThan(20)
  for (const [name, text] of Object.entries(here)) expect(there[name] === text, name).toBe(true)
})
