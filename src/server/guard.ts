import { timingSafeEqual } from 'node:crypto'
import { getCookie, setCookie } from 'hono/cookie'
import type { MiddlewareHandler } from 'hono'
import { errorBody } from './error.ts'

export const SESSION_COOKIE = 'onsite_session'

/**
 * Keeps other web pages out of a server that executes code: Host on an allow-list (against DNS rebinding), Origin and
 * Sec-Fetch-Site of our own pages only, JSON only for what changes anything, and a SameSite=Strict cookie that only our pages get.
 */
export function guard({ hosts, secret }: { readonly hosts: () => readonly string[]; readonly secret: string }): MiddlewareHandler {
  return async (context, next) => {
    const request = context.req
    const host = request.header('host') ?? ''
    if (!hosts().includes(host)) return refuse(`Host "${host}" is not this server's name.`, `Open http://${hosts()[0]} instead.`)
    const origin = request.header('origin')
    if (origin !== undefined && origin !== `http://${host}`)
      return refuse(`Requests from ${origin} are refused.`, 'Use Onsite in its own tab.')
    const site = request.header('sec-fetch-site')
    const navigation = request.header('sec-fetch-mode') === 'navigate' && request.method === 'GET' && !request.path.startsWith('/api/')
    if (site !== undefined && site !== 'same-origin' && site !== 'none' && !navigation)
      return refuse('Requests from other sites are refused.', 'Use Onsite in its own tab.')
    const changes = request.method !== 'GET' && request.method !== 'HEAD'
    if (changes && !/^application\/json\b/.test(request.header('content-type') ?? '')) {
      return context.json(errorBody('Only JSON is taken.', 'content-type', 'Send `content-type: application/json`.'), 415)
    }
    // The session route hands the cookie out (again): a tab that lost it asks there once.
    const page = !request.path.startsWith('/api/') || request.path === '/api/session'
    const known = matches(getCookie(context, SESSION_COOKIE), secret)
    if (!page && !known) return context.json(errorBody('This tab has no session.', 'cookie', 'Reload the page.'), 401)
    await next()
    if (page && !known && !request.path.startsWith('/assets/'))
      setCookie(context, SESSION_COOKIE, secret, { path: '/', httpOnly: true, sameSite: 'Strict', maxAge: 60 * 60 * 24 * 30 })

    function refuse(message: string, fix: string) {
      return context.json(errorBody(message, 'request headers', fix), 403)
    }
  }
}

function matches(given: string | undefined, secret: string): boolean {
  const a = Buffer.from(given ?? '')
  const b = Buffer.from(secret)
  return a.length === b.length && timingSafeEqual(a, b)
}
