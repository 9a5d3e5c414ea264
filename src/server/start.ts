import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { serve } from '@hono/node-server'
import type { Library } from '../domain/library.ts'
import type { Isolation, Runner } from '../domain/runner.ts'
import { RUNTIMES } from '../domain/runtime.ts'
import { UserError } from '../domain/user-error.ts'
import { openRunner } from '../gym/open-runner.ts'
import { closeGym, openGym, type Surroundings } from '../gym/open.ts'
import { createSearch } from '../gym/search.ts'
import { createApp } from './app.ts'
import { type Refusal, refusalOf, type Wishes } from './may-serve.ts'
import type { Render } from './pages.ts'
import { createProse } from './prose.ts'
import { sessionSecret } from './secret.ts'

export interface RunningServer {
  /** Where it answers, e.g. `http://127.0.0.1:4640`. */
  readonly url: string
  /** Resolves when the sandbox was probed for the first time, which goes on after the pages are open. */
  readonly probed: Promise<Isolation>
  readonly close: () => Promise<void>
}

/** Where to listen. */
export interface Address {
  readonly host: string
  readonly port: number
}

/** The port unless another is asked for. */
export const DEFAULT_PORT = 4640

const DAY_MS = 24 * 60 * 60 * 1000
const SOON_MS = 30 * 1000

/** Opens the gym and serves it. Throws UserError when the address may not be served or the port is taken. */
export async function startServer(surroundings: Surroundings, { host, port }: Address): Promise<RunningServer> {
  const refusal = await refusalFor(surroundings, host)
  if (refusal !== undefined) throw new UserError(refusal.message, { where: `--host ${host}`, fix: refusal.fix })
  const { gym, problems } = await openGym(surroundings)
  const secret = await sessionSecret(surroundings.home)
  const client = join(surroundings.project, 'dist', 'web')
  const { render } = (await import(pathToFileURL(join(surroundings.project, 'dist', 'web-server', 'render.js')).href)) as {
    readonly render: Render
  }
  const bound = { port }
  const app = createApp(
    {
      gym,
      search: lateSearch(gym.library),
      prose: createProse(gym.library.root),
      problems,
      version: surroundings.version,
      jobs: new Map(),
    },
    { render, client, content: gym.library.root },
    { hosts: () => namesOf(host).map((name) => `${name}:${bound.port}`), secret },
  )
  const server = await listen(app.fetch, { host, port }).catch(async (error: unknown) => {
    await closeGym(gym)
    throw error
  })
  bound.port = (server.address() as AddressInfo).port
  const closing = new AbortController()
  const probed = probeRepeatedly(gym.runner, closing.signal)
  void warmAll(gym.runner, probed, closing.signal)
  return {
    url: `http://${urlName(host)}:${bound.port}`,
    probed,
    close: async () => {
      closing.abort()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
      await closeGym(gym)
    },
  }
}

/** Indexes at the first question: a third of a second that the start need not wait for. */
function lateSearch(library: Library): ReturnType<typeof createSearch> {
  let search: ReturnType<typeof createSearch> | undefined
  return (query) => {
    search ??= createSearch(library)
    return search(query)
  }
}

/** For one person on loopback the probes need not be awaited; for anything else they decide first. */
async function refusalFor({ project, home }: Surroundings, host: string): Promise<Refusal | undefined> {
  const wishes: Wishes = { host, signUp: false, publicUrl: undefined, accounts: false }
  const runner = openRunner(project, home)
  try {
    if (refusalOf(runner.isolation(), wishes) === undefined) return undefined
    return refusalOf(await runner.probe({ remembered: true }, new AbortController().signal), wishes)
  } finally {
    await runner.close()
  }
}

/**
 * Starts the interpreters while the learner still reads: the lightest first, one after the other, so that the pages stay quick. The
 * probes attack the sandbox as soon as there is one; meanwhile the learner's own code may run, on their own machine.
 */
async function warmAll(runner: Runner, probed: Promise<Isolation>, signal: AbortSignal): Promise<void> {
  await probed
  for (const runtime of RUNTIMES) if (!signal.aborted) await runner.warm(runtime)
}

/** Probes at the start and every day; sooner where something could not be tried yet, at growing distances. Resolves after the first time. */
function probeRepeatedly(runner: Runner, signal: AbortSignal): Promise<Isolation> {
  const first = runner.probe({ remembered: true }, signal)
  async function again(before: Isolation, waitMs: number): Promise<void> {
    if (signal.aborted) return
    const complete = before.mode !== 'unknown' && before.probes.every(({ holds }) => holds !== undefined)
    await sleep(complete ? DAY_MS : waitMs, undefined, { signal, ref: false })
    await again(await runner.probe({ remembered: !complete }, signal), Math.min(2 * waitMs, DAY_MS))
  }
  void first.then((isolation) => again(isolation, SOON_MS)).catch(() => undefined) // the server closes
  return first
}

/** What the server may be called by its visitors: against pages of others whose name was made to point here. */
function namesOf(host: string): readonly string[] {
  return ['127.0.0.1', 'localhost', '[::1]', ...(['127.0.0.1', 'localhost', '::1'].includes(host) ? [] : [urlName(host)])]
}

function urlName(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}

function listen(fetch: Parameters<typeof serve>[0]['fetch'], { host, port }: Address): Promise<ReturnType<typeof serve>> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: host }, () => resolve(server))
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reasons: Readonly<Record<string, string>> = {
        EADDRINUSE: `Port ${port} is in use, perhaps by Onsite itself.`,
        EACCES: `Port ${port} may not be used by this account.`,
      }
      const reason = reasons[error.code ?? '']
      const where = `${urlName(host)}:${port}`
      const fix = `Open http://${where}, or start on another port: npm start -- --port ${port + 1}`
      if (error.code === 'EADDRNOTAVAIL') reject(new UserError(`This machine has no address ${host}.`, { where, fix: 'Leave --host out.' }))
      else reject(reason === undefined ? error : new UserError(reason, { where, fix }))
    })
  })
}
