import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { guard, SESSION_COOKIE } from './guard.ts'

const secret = 'a'.repeat(64)
const cookie = `${SESSION_COOKIE}=${secret}`

function app() {
  return new Hono()
    .use(guard({ hosts: () => ['127.0.0.1:4640', 'localhost:4640'], secret }))
    .get('/', (context) => context.text('page'))
    .get('/api/session', (context) => context.json({}))
    .get('/api/items', (context) => context.json([]))
    .post('/api/items/x/run', (context) => context.json({ ran: true }))
}

function ask(path: string, headers: Record<string, string>, method = 'GET') {
  return app().request(`http://127.0.0.1:4640${path}`, {
    method,
    headers: { host: '127.0.0.1:4640', ...headers },
    body: method === 'POST' ? '{}' : undefined,
  })
}

test('a page of ours gets its cookie, and with it the API answers', async () => {
  const page = await ask('/', {})
  expect(page.status).toBe(200)
  expect(page.headers.get('set-cookie')).toMatch(/^onsite_session=a{64}; .*HttpOnly; SameSite=Strict/)
  expect((await ask('/api/items', { cookie })).status).toBe(200)
})

test('the API refuses whoever has no cookie or a wrong one, and the session route hands it out again', async () => {
  expect((await ask('/api/items', {})).status).toBe(401)
  expect((await ask('/api/items', { cookie: `${SESSION_COOKIE}=${'b'.repeat(64)}` })).status).toBe(401)
  expect((await ask('/api/session', {})).headers.get('set-cookie')).toContain(secret)
})

test('a name that was rebound to this machine is refused', async () => {
  expect((await ask('/', { host: 'evil.example:4640' })).status).toBe(403)
  expect((await ask('/api/items', { host: '127.0.0.1:9999', cookie })).status).toBe(403)
})

test('another site can neither ask the API nor run code, even with the cookie', async () => {
  const headers = { cookie, 'content-type': 'application/json' }
  expect((await ask('/api/items/x/run', { ...headers, origin: 'http://127.0.0.1:4640' }, 'POST')).status).toBe(200)
  expect((await ask('/api/items/x/run', { ...headers, origin: 'https://evil.example' }, 'POST')).status).toBe(403)
  expect((await ask('/api/items/x/run', { ...headers, origin: 'http://127.0.0.1:3000' }, 'POST')).status).toBe(403)
  expect((await ask('/api/items/x/run', { ...headers, origin: 'null' }, 'POST')).status).toBe(403)
  expect((await ask('/api/items', { cookie, 'sec-fetch-site': 'same-site' })).status).toBe(403)
})

test('another site may link to a page, and gets no data by it', async () => {
  expect((await ask('/', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })).status).toBe(200)
  expect((await ask('/', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).status).toBe(403)
  expect((await ask('/api/items', { cookie, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })).status).toBe(403)
})

test('what changes anything is taken as JSON only, so that no form can send it', async () => {
  expect((await ask('/api/items/x/run', { cookie, 'content-type': 'text/plain' }, 'POST')).status).toBe(415)
  expect((await ask('/api/items/x/run', { cookie, 'content-type': 'application/x-www-form-urlencoded' }, 'POST')).status).toBe(415)
})
