import { expect, test } from 'vitest'
import { ApiError, createApi, Unreachable } from './api.ts'

const ORIGIN = 'http://127.0.0.1:4640'

test('a restarted server hands out a new session, and the call is made again', async () => {
  let known = false
  const asked: string[] = []
  const api = createApi(async (request) => {
    const { pathname } = new URL(request.url)
    asked.push(pathname)
    if (pathname === '/api/session') known = true
    return known ? Response.json({ saved: true, draft: await request.text() }) : Response.json({}, { status: 401 })
  }, ORIGIN)
  const answer = (await api.saveDraft('stairs', 'text', 0)) as unknown as { readonly draft: string }
  expect(asked).toEqual(['/api/items/stairs/draft', '/api/session', '/api/items/stairs/draft'])
  expect(JSON.parse(answer.draft)).toEqual({ source: 'text', base: 0 })
})

test('a session is asked for once, so a refusal does not loop', async () => {
  let calls = 0
  const refusing = createApi(async () => {
    calls++
    return Response.json({ error: { message: 'No.', where: 'cookie', fix: 'Reload.' } }, { status: 403 })
  }, ORIGIN)
  await expect(refusing.topics()).rejects.toThrow(new ApiError({ message: 'No.', where: 'cookie', fix: 'Reload.' }, 403))
  expect(calls).toBe(3)
})

test('no answer at all is another thing than a refusal', async () => {
  const api = createApi(() => Promise.reject(new TypeError('Failed to fetch')), ORIGIN)
  await expect(api.items()).rejects.toThrow(Unreachable)
})

test('an answer that is not ours still says what happened', async () => {
  const api = createApi(async () => new Response('<html>Bad gateway', { status: 502 }), ORIGIN)
  await expect(api.items()).rejects.toThrow('The server answered 502.')
})

test('a run comes line by line', async () => {
  const api = createApi(async () => new Response('{"type":"queued","job":"1"}\n{"type":"started"}\n'), ORIGIN)
  const types: string[] = []
  for await (const line of api.cell('python', '1', new AbortController().signal)) types.push(line.type)
  expect(types).toEqual(['queued', 'started'])
})
