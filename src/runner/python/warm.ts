import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { RuntimeState } from '../../domain/engine.ts'
import type { Walls } from '../isolating-engine.ts'
import type { Runtime } from '../../domain/runtime.ts'
import type { Account } from '../../host/account.ts'
import type { PythonEnvironment } from './environment.ts'
import { type Role, type Zygote, ZygoteFailed, startZygote } from './zygote.ts'

/** The warm interpreters of an engine: one for each runtime and role, started when first asked for, again when it has ended. */
export interface Warm {
  get(runtime: Runtime, role: Role): Promise<Zygote>
  state(runtime: Runtime): RuntimeState
  isolation(): Walls
  close(): Promise<void>
}

export interface WarmOptions {
  readonly account: Account
  readonly programs: string
  readonly environment: () => PythonEnvironment | undefined
  /** Folders that programs are looked for in. */
  readonly path: string
  readonly platform: NodeJS.Platform
  /** Where sockets lie. */
  readonly scratch: string
}

const UNKNOWN: Walls = { mode: 'unknown', reason: 'The sandbox has not been started yet.', fix: '' }

export function createWarm({ account, programs, environment, path, platform, scratch }: WarmOptions): Warm {
  const zygotes = new Map<string, { zygote: Promise<Zygote>; ready: boolean }>()
  const failures = new Map<Runtime, string>()
  const bubblewrap = findOnPath('bwrap', path)
  let isolation = UNKNOWN
  let deciding: Promise<void> | undefined
  let spare: Zygote | undefined
  const closing = new AbortController()

  async function get(runtime: Runtime, role: Role): Promise<Zygote> {
    if (closing.signal.aborted) throw new Error('The runner has been closed')
    const key = `${runtime} ${role}`
    const known = zygotes.get(key)
    if (known !== undefined) {
      const zygote = await known.zygote
      if (!zygote.isEnded) return zygote
      if (zygotes.get(key) !== known) return get(runtime, role)
    }
    const entry = { zygote: start(runtime, role), ready: false }
    zygotes.set(key, entry)
    try {
      const zygote = await entry.zygote
      entry.ready = true
      failures.delete(runtime)
      return zygote
    } catch (error) {
      if (zygotes.get(key) === entry) zygotes.delete(key)
      failures.set(runtime, error instanceof Error ? error.message : String(error))
      throw error
    }
  }

  async function start(runtime: Runtime, role: Role): Promise<Zygote> {
    deciding ??= decide()
    await deciding
    if (runtime === 'python' && role === 'candidate' && spare !== undefined) {
      const zygote = spare
      spare = undefined
      return zygote
    }
    return startAs(runtime, role, isolation.mode === 'isolated')
  }

  /** Whether there is a sandbox: decided by starting one around the smallest interpreter, which is kept for its own runtime. */
  async function decide(): Promise<void> {
    try {
      if (platform !== 'linux') throw new ZygoteFailed(`There is no sandbox for ${platform}.`, 'sandbox')
      if (bubblewrap === undefined) throw new ZygoteFailed('bubblewrap is not installed.', 'sandbox')
      const zygote = await startAs('python', 'candidate', true)
      isolation = { mode: 'isolated', reason: '', fix: '' }
      spare = zygote
    } catch (error) {
      if (!(error instanceof ZygoteFailed) || error.reason !== 'sandbox') {
        deciding = undefined
        throw error
      }
      isolation = { mode: 'local', reason: `Programs run as plain processes: ${error.message}`, fix: remedy(platform, error.message) }
    }
  }

  function startAs(runtime: Runtime, role: Role, isolated: boolean): Promise<Zygote> {
    const found = environment()
    if (found === undefined) throw new ZygoteFailed('The Python environment has gone.', 'interpreter')
    return startZygote({
      runtime,
      role,
      account,
      programs,
      environment: found,
      bubblewrap: isolated ? bubblewrap : undefined,
      cold: platform === 'darwin',
      scratch,
      signal: closing.signal,
    })
  }

  return {
    get,
    state(runtime) {
      const entries = (['candidate', 'judge'] as const).map((role) => zygotes.get(`${runtime} ${role}`))
      const known = entries.filter((entry) => entry !== undefined)
      if (known.length > 0 && known.every(({ ready }) => ready)) return { state: 'ready' }
      if (known.length > 0) return { state: 'starting', message: 'The interpreter imports its packages.' }
      const failure = failures.get(runtime)
      if (failure !== undefined)
        return { state: 'unavailable', message: `The interpreter did not start: ${failure}`, fix: 'Run: npm start' }
      return { state: 'cold' }
    },
    isolation: () => isolation,
    async close() {
      closing.abort()
      await deciding?.catch(() => undefined)
      await spare?.close()
      await Promise.allSettled([...zygotes.values()].map(async ({ zygote }) => (await zygote).close()))
    },
  }
}

function findOnPath(program: string, path: string): string | undefined {
  return path
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((file) => file !== program && existsSync(file))
}

function remedy(platform: NodeJS.Platform, reason: string): string {
  if (platform !== 'linux') return 'Run Onsite in a Linux virtual machine to have it isolated.'
  if (reason.includes('not installed')) return 'Run: apt-get install bubblewrap'
  return 'Allow unprivileged user namespaces for bubblewrap; docs/sandbox.md says how.'
}
