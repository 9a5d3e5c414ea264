import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { pageRoutes } from './pages.ts'

function app() {
  const root = mkdtempSync(join(tmpdir(), 'onsite-pages-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const files = [
    'web/assets/main.js',
    'web-server/render.js',
    'secret.json',
    'content/tensors/figures/axes.svg',
    'content/tensors/topic.json',
  ]
  for (const file of files) {
    mkdirSync(join(root, file, '..'), { recursive: true })
    writeFileSync(join(root, file), 'text')
  }
  const render = () => Promise.resolve(new Response('page', { status: 404 }))
  return pageRoutes({ render, client: join(root, 'web'), content: join(root, 'content') }, () => Promise.resolve(new Response()))
}

test.each(['/assets/main.js', '/content/tensors/figures/axes.svg'])('%s is served', async (path) => {
  const answer = await app().request(path)
  expect([answer.status, await answer.text()]).toEqual([200, 'text'])
})

test.each([
  '/assets/..%2f..%2fsecret.json',
  '/assets/..%2f..%2fweb-server/render.js',
  '/assets/..%2f..%2fweb%2f..%2fweb-server/render.js',
  '/assets/',
  '/assets/%',
  '/assets/%00.js',
  '/content/..%2f..%2f/figures/axes.svg',
  '/content/%/figures/axes.svg',
  '/content/tensors/figures/..%2ftopic.json',
])('%s is not found: only files of the client and figures are served', async (path) => {
  expect((await app().request(path)).status).toBe(404)
})
