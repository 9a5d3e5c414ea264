import type {
  AnswerSaved,
  AttemptPage,
  Attempts,
  DraftSaved,
  ErrorBody,
  Guide,
  Hint,
  ItemPage,
  Items,
  PatternPage,
  Reference,
  Reported,
  Reveal,
  SearchResults,
  Session,
  Status,
  StreamLine,
  Topics,
} from '../server/contract.ts'
import { linesOf } from './run/lines.ts'

/** Sends a request: `fetch` in the browser, the API itself when the server renders. */
export type Send = (request: Request) => Promise<Response>

/** The server refused or failed, and says why. */
export class ApiError extends Error {
  readonly where: string
  readonly fix: string
  /** HTTP status. */
  readonly status: number

  constructor({ message, where, fix }: ErrorBody['error'], status: number) {
    super(message)
    this.name = 'ApiError'
    this.where = where
    this.fix = fix
    this.status = status
  }
}

/** No answer at all: the server is not running, or the network is away. */
export class Unreachable extends Error {
  constructor() {
    super('The server does not answer.')
    this.name = 'Unreachable'
  }
}

export type Api = ReturnType<typeof createApi>

/** Every call of the HTTP API, typed by the server's contract. `origin` is where it lives, e.g. `http://127.0.0.1:4640`. */
export function createApi(send: Send, origin: string) {
  async function request(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
    const make = () =>
      new Request(new URL(`/api${path}`, origin), {
        method,
        signal,
        ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      })
    let response = await reach(send, make())
    // A restarted server knows other sessions: its session route hands out a new one.
    if (response.status === 401 || response.status === 403) {
      await reach(send, new Request(new URL('/api/session', origin)))
      response = await reach(send, make())
    }
    if (!response.ok) throw await errorOf(response)
    return response
  }
  const get = async <T>(path: string): Promise<T> => (await request('GET', path)).json() as Promise<T>
  const post = async <T>(path: string, body: unknown): Promise<T> => (await request('POST', path, body)).json() as Promise<T>
  const put = async <T>(path: string, body: unknown): Promise<T> => (await request('PUT', path, body)).json() as Promise<T>
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

  return {
    // For screens with calls of their own: only they need to load them.
    get,
    post,
    put,
    /** The lines of a stream as they come. */
    lines: <T>(path: string, body: unknown, signal: AbortSignal) => stream<T>(request('POST', path, body, signal)),
    session: () => get<Session>('/session'),
    topics: () => get<Topics>('/topics'),
    guide: (topic: string) => get<Guide>(`/topics/${encodeURIComponent(topic)}`),
    pattern: (topic: string, pattern: string) => get<PatternPage>(`/patterns/${encodeURIComponent(topic)}/${encodeURIComponent(pattern)}`),
    items: () => get<Items>('/items'),
    item: (slug: string) => get<ItemPage>(`/items/${encodeURIComponent(slug)}`),
    search: (query: string) => get<SearchResults>(`/search?q=${encodeURIComponent(query)}`),
    status: () => get<Status>('/status'),
    attempts: (slug: string) => get<Attempts>(`/items/${slug}/attempts`),
    attempt: (id: string) => get<AttemptPage>(`/attempts/${id}`),
    hint: (slug: string, hint: number) => post<Hint>(`/items/${slug}/hints`, { hint, zone }),
    reference: (slug: string) => post<Reference>(`/items/${slug}/reference`, { zone }),
    report: (attempt: string, comment: string) => post<Reported>(`/attempts/${attempt}/report`, { comment, zone }),
    cancel: (job: string) => post<unknown>(`/jobs/${job}/cancel`, {}),
    reveal: (slug: string, text: string) => post<Reveal>(`/items/${slug}/mentions`, { text }),
    answer: (slug: string, answer: { readonly text: string; readonly scores: readonly (number | null)[]; readonly activeMs: number }) =>
      post<AnswerSaved>(`/items/${slug}/answers`, { ...answer, zone }),
    saveDraft: (slug: string, source: string, base: number) => put<DraftSaved>(`/items/${slug}/draft`, { source, base }),
    run: (slug: string, source: string, options: { readonly input?: string; readonly activeMs: number }, signal: AbortSignal) =>
      stream<StreamLine>(request('POST', `/items/${slug}/run`, { source, zone, ...options }, signal)),
    submit: (slug: string, source: string, activeMs: number, signal: AbortSignal) =>
      stream<StreamLine>(request('POST', `/items/${slug}/submit`, { source, zone, activeMs }, signal)),
    cell: (runtime: string, source: string, signal: AbortSignal) =>
      stream<StreamLine>(request('POST', '/cells', { runtime, source }, signal)),
  }
}

async function reach(send: Send, request: Request): Promise<Response> {
  try {
    return await send(request)
  } catch (error) {
    if (request.signal.aborted) throw error
    throw new Unreachable()
  }
}

async function errorOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => undefined)
  const known = (body as ErrorBody | undefined)?.error
  return new ApiError(
    known ?? { message: `The server answered ${response.status}.`, where: response.url, fix: 'Reload the page and try again.' },
    response.status,
  )
}

async function* stream<T>(response: Promise<Response>): AsyncGenerator<T> {
  const { body } = await response
  if (body === null) return
  for await (const line of linesOf(body)) yield JSON.parse(line) as T
}
