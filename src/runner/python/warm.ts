import { existsSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { RuntimeState } from '../../domain/engine.ts'
import type { Walls } from '../isolating-engine.ts'
import type { Runtime } from '../../domain/runtime.ts'
import type { Account } from '../../host/account.ts'
import type { PythonEnvironment } from './environment.ts'
import { remedy } from './remedy.ts'
import { makeSocketFolder } from './socket-folder.ts'
import { type Pair, type Stock, stockOfCandidates, stockOfPairs } from './stock.ts'
import type { Forked } from './forked.ts'
import { type Role, type Zygote, ZygoteFailed, startZygote } from './zygote.ts'

/**
 * The warm interpreters of an engine: one for each runtime and role, started when first asked for, again when it has ended, and
 * replaced by a fresh one at the end of its lifetime, which starts before the old one stops to take jobs.
 */
export interface Warm {
  /** Pairs for grading; rejects with ZygoteFailed. */
  pairs(runtime: Runtime): Promise<Stock<Pair>>
  /** Candidates for runs; rejects with ZygoteFailed. */
  candidates(runtime: Runtime): Promise<Stock<Forked>>
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
  /** Plain processes are asked for, even where there could be walls. */
  readonly plain: boolean
  /** Where the folder of sockets is made. */
  readonly scratch: string
  readonly lifetime: Lifetime
}

/** After how much an interpreter is replaced: all its forks share one memory layout and one hash seed, and what leaks in it adds up. */
export interface Lifetime {
  readonly forks: number
  readonly ms: number
}

export const LIFETIME: Lifetime = { forks: 4000, ms: 3_600_000 }

interface Entry {
  readonly zygote: Promise<Zygote>
  ready: boolean
  /** When it is to be replaced. */
  until: { readonly forks: number; readonly at: number }
}

interface Stocked<T> {
  readonly from: readonly Zygote[]
  readonly stock: Stock<T>
}

const UNKNOWN: Walls = { mode: 'unknown', reason: 'The sandbox has not been started yet.', fix: '' }

export function createWarm({ account, programs, environment, path, platform, plain, scratch, lifetime }: WarmOptions): Warm {
  const zygotes = new Map<string, Entry>()
  const running = new Set<Zygote>() // those that retire too
  const pairs = new Map<Runtime, Stocked<Pair>>()
  const candidates = new Map<Runtime, Stocked<Forked>>()
  const failures = new Map<Runtime, string>()
  const bubblewrap = findOnPath('bwrap', path)
  let isolation = UNKNOWN
  let deciding: Promise<void> | undefined
  let spare: Zygote | undefined
  let socketFolder: string | undefined
  let started = 0
  /** Interpreters are replaced one at a time: for a while there are two. */
  let renewing = false
  const closing = new AbortController()

  async function get(runtime: Runtime, role: Role): Promise<Zygote> {
    if (closing.signal.aborted) throw new Error('The runner has been closed')
    const key = `${runtime} ${role}`
    const known = zygotes.get(key)
    if (known !== undefined) {
      const zygote = await known.zygote
      if (!zygote.isEnded) {
        if (!renewing && (zygote.forks > known.until.forks || performance.now() > known.until.at)) void renew(runtime, role, known, zygote)
        return zygote
      }
      if (zygotes.get(key) !== known) return get(runtime, role)
    }
    const entry = entryOf(start(runtime, role))
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

  function entryOf(zygote: Promise<Zygote>): Entry {
    return { zygote, ready: false, until: { forks: lifetime.forks, at: performance.now() + lifetime.ms } }
  }

  /** Starts the successor of an interpreter that has served its time; until it is warm the old one serves on. */
  async function renew(runtime: Runtime, role: Role, worn: Entry, old: Zygote): Promise<void> {
    renewing = true
    try {
      const entry = entryOf(startAs(runtime, role, isolation.mode === 'isolated'))
      const fresh = await entry.zygote
      entry.ready = true
      if (zygotes.get(`${runtime} ${role}`) === worn) zygotes.set(`${runtime} ${role}`, entry)
      else void fresh.close() // the old one ended meanwhile, and has a successor already
    } catch {
      worn.until = { forks: old.forks + lifetime.forks, at: performance.now() + lifetime.ms } // it serves another term
      return
    } finally {
      renewing = false
    }
    for (const stocks of [pairs, candidates]) {
      const stocked = stocks.get(runtime)
      if (stocked?.from.includes(old) !== true) continue
      stocks.delete(runtime)
      stocked.stock.drop()
    }
    old.retire()
    if (!closing.signal.aborted) await stockPairs(runtime).catch(() => undefined)
  }

  async function stockPairs(runtime: Runtime): Promise<Stock<Pair>> {
    const [candidate, judge] = await Promise.all([get(runtime, 'candidate'), get(runtime, 'judge')])
    return stockIn(pairs, runtime, [candidate, judge], () => stockOfPairs(candidate, judge))
  }

  async function stockCandidates(runtime: Runtime): Promise<Stock<Forked>> {
    const candidate = await get(runtime, 'candidate')
    return stockIn(candidates, runtime, [candidate], () => stockOfCandidates(candidate))
  }

  /** The stock of these very interpreters: what an earlier one left is dropped. */
  function stockIn<T>(stocks: Map<Runtime, Stocked<T>>, runtime: Runtime, from: readonly Zygote[], make: () => Stock<T>): Stock<T> {
    const known = stocks.get(runtime)
    if (known !== undefined && known.from.every((zygote, place) => zygote === from[place])) return known.stock
    known?.stock.drop()
    const stock = make()
    stocks.set(runtime, { from, stock })
    return stock
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
      if (plain) throw new ZygoteFailed('ONSITE_ISOLATION=local asks for it.', 'sandbox')
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

  async function startAs(runtime: Runtime, role: Role, isolated: boolean): Promise<Zygote> {
    const found = environment()
    if (found === undefined) throw new ZygoteFailed('The Python environment has gone.', 'interpreter')
    socketFolder ??= makeSocketFolder(scratch, account)
    const zygote = await startZygote({
      runtime,
      role,
      account,
      programs,
      environment: found,
      bubblewrap: isolated ? bubblewrap : undefined,
      cold: platform === 'darwin',
      socketFolder,
      name: `${++started}`,
      signal: closing.signal,
    })
    running.add(zygote)
    void zygote.ended.then(() => running.delete(zygote))
    return zygote
  }

  return {
    pairs: stockPairs,
    candidates: stockCandidates,
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
      await Promise.allSettled([...running].map(({ ended }) => ended))
      if (socketFolder !== undefined) rmSync(socketFolder, { recursive: true, force: true })
    },
  }
}

function findOnPath(program: string, path: string): string | undefined {
  return path
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((file) => file !== program && existsSync(file))
}
