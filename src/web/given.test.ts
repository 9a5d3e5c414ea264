import { expect, test } from 'vitest'
import { type GivenAnswer, primed, recording } from './given.ts'

const request = (path: string, method = 'GET') => new Request(`http://127.0.0.1${path}`, { method })

test('what the server rendered from is given once; the next question goes to the server', async () => {
  const answers: Record<string, GivenAnswer> = {}
  const server = recording(async () => Response.json({ version: 1 }), answers)
  await server(request('/api/search?q=a'))
  const asked: string[] = []
  const send = primed(
    async ({ url }) => {
      asked.push(url)
      return Response.json({ version: 2 })
    },
    JSON.parse(JSON.stringify({ answers })),
  )
  expect(await (await send(request('/api/search?q=a'))).json()).toEqual({ version: 1 })
  expect(asked).toEqual([])
  expect(await (await send(request('/api/search?q=a'))).json()).toEqual({ version: 2 })
  expect(await (await send(request('/api/search?q=b'))).json()).toEqual({ version: 2 })
})

test('an answer that says no is given as it was', async () => {
  const send = primed(async () => Response.json({}), { answers: { '/api/items/x': { status: 404, body: { error: { message: 'none' } } } } })
  expect((await send(request('/api/items/x'))).status).toBe(404)
})

test('what changes something always goes to the server', async () => {
  const send = primed(async () => Response.json({ from: 'server' }), { answers: { '/api/cells': { status: 200, body: { from: 'page' } } } })
  expect(await (await send(request('/api/cells', 'POST'))).json()).toEqual({ from: 'server' })
})
