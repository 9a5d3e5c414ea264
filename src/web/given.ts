import type { Send } from './api.ts'

/** An answer of the API that the page was rendered from. */
export interface GivenAnswer {
  readonly status: number
  readonly body: unknown
}

/** What the server hands to the browser with a page, as inert JSON. */
export interface Given {
  /** By path and query. */
  readonly answers: Readonly<Record<string, GivenAnswer>>
}

/** Keeps every answer that passes, so that the browser need not ask for them again. */
export function recording(send: Send, answers: Record<string, GivenAnswer>): Send {
  return async (request) => {
    const response = await send(request)
    const { pathname, search } = new URL(request.url)
    answers[pathname + search] = { status: response.status, body: await response.clone().json() }
    return response
  }
}

/** Gives each answer that came with the page once; asks the server for everything else. */
export function primed(send: Send, given: Given): Send {
  const answers = new Map(Object.entries(given.answers))
  return async (request) => {
    const { pathname, search } = new URL(request.url)
    const answer = request.method === 'GET' ? answers.get(pathname + search) : undefined
    if (answer === undefined) return send(request)
    answers.delete(pathname + search)
    return Response.json(answer.body, { status: answer.status })
  }
}
