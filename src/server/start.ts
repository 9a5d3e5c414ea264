import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { serve } from '@hono/node-server'
import type { Library } from '../domain/library.ts'
import type { Runner } from '../domain/runner.ts'
import { RUNTIMES } from '../domain/runtime.ts'
import { UserError } from '../domain/user-error.ts'
import { closeGym, openGym, type Surroundings } from '../gym/open.ts'
import { createSearch } from '../gym/search.ts'
import { createApp } from './app.ts'
import type { Render } from './pages.ts'
import { createProse } from './prose.ts'
import { sessionSecret } from './secret.ts'

export interface RunningServer {
  /** Where it answers, e.g. `http://127.0.0.1:4640`. */
  readonly url: string
  readonly close: () => Promise<void>
}

/** The port unless another is asked for. */
export const DEFAULT_PORT = 4640

/** Opens the gym and serves it on loopback. Throws UserError when the port is taken. */
export async function startServer(surroundings: Surroundings, port: number): Promise<RunningServer> {
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
    { hosts: () => ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${bound.port}`), secret },
  )
  const server = await listen(app.fetch, port).catch(async (error: unknown) => {
    await closeGym(gym)
    throw error
  })
  bound.port = (server.address() as AddressInfo).port
  const closing = new AbortController()
  void warmAll(gym.runner, closing.signal)
  return {
    url: `http://127.0.0.1:${bound.port}`,
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

/** Starts the interpreters while the learner still reads: the lightest first, one after the other, so that the pages stay quick. */
async function warmAll(runner: Runner, signal: AbortSignal): Promise<void> {
  for (const runtime of RUNTIMES) if (!signal.aborted) await runner.warm(runtime)
}

function listen(fetch: Parameters<typeof serve>[0]['fetch'], port: number): Promise<ReturnType<typeof serve>> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: '127.0.0.1' }, () => resolve(server))
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reasons: Readonly<Record<string, string>> = {
        EADDRINUSE: `Port ${port} is in use, perhaps by Onsite itself.`,
        EACCES: `Port ${port} may not be used by this account.`,
      }
      const reason = reasons[error.code ?? '']
      reject(
        reason === undefined
          ? error
          : new UserError(reason, {
              where: `127.0.0.1:${port}`,
              fix: `Open http://127.0.0.1:${port}, or start on another port: npm start -- --port ${port + 1}`,
            }),
      )
    })
  })
}
