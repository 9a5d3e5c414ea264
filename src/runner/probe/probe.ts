import type { Job, JobResult } from '../../domain/job.ts'
import type { Blobs, Isolation, ProbeOutcome } from '../../domain/runner.ts'
import type { Limits } from '../../domain/runtime.ts'
import type { IsolatingEngine } from '../isolating-engine.ts'
import { type Bait, layBait } from './bait.ts'
import { type Aim, CANARIES, CHECK, CHECKS, type Canary } from './canaries.ts'
import { judge } from './judgement.ts'
import type { Remembered } from './remembered.ts'

/** Attacks an engine's sandbox through the path of every job. */
export interface Probe {
  isolation(): Isolation
  /** Runs the attacks; slow ones that are remembered to have held on this system are taken as they were. Never rejects. */
  run(options: { readonly remembered: boolean }, signal: AbortSignal): Promise<Isolation>
}

export interface ProbeOptions {
  readonly engine: IsolatingEngine
  readonly blobs: Blobs
  readonly remembered: Remembered
  /** Names the system that the outcomes are true of. */
  readonly system: () => Promise<string>
  /** Paths of this machine that no job may see. */
  readonly paths: readonly string[]
}

type Outcome = ProbeOutcome & { readonly pending: boolean }

const MIB = 1024 * 1024
const LIMITS: Limits = { cpuMs: 10_000, wallMs: 30_000, memoryBytes: 512 * MIB, outputBytes: 64 * 1024 }
const HELD = { holds: true, message: '', pending: false } as const
/** Its jobs take turns with a learner's. */
const SUBMITTER = 'probe'

export function createProbe({ engine, blobs, remembered, system, paths }: ProbeOptions): Probe {
  let outcomes: readonly Outcome[] = []

  async function run(options: { readonly remembered: boolean }, signal: AbortSignal): Promise<Isolation> {
    await engine.warm('python')
    const walls = engine.isolation()
    if (walls.mode === 'unknown') {
      const state = engine.state('python')
      const { message, fix } = { message: '', fix: '', ...state }
      return { ...isolation(), reason: `The sandbox could not be started. ${message}`.trim(), fix }
    }
    const here = `${walls.mode} ${await system()}`
    const held = options.remembered ? remembered.read(here) : new Set<string>()
    const bait = await layBait()
    const found: Outcome[] = []
    try {
      for (const canary of CANARIES) {
        if (walls.mode === 'local' && canary.everywhere !== true) continue
        const known = canary.slow === true && held.has(canary.name)
        found.push({ name: canary.name, ...(known ? HELD : await attack(canary, bait, signal)) })
      }
    } finally {
      bait.close()
    }
    if (signal.aborted) return isolation()
    outcomes = found
    const slow = CANARIES.filter((canary) => canary.slow === true).map(({ name }) => name)
    remembered.write(
      here,
      slow.filter((name) => found.some((outcome) => outcome.name === name && outcome.holds === true)),
    )
    return isolation()
  }

  async function attack(canary: Canary, bait: Bait, signal: AbortSignal): Promise<Omit<Outcome, 'name'>> {
    const state = engine.state(canary.runtime)
    if (state.state === 'installing' || state.state === 'unavailable') return { holds: undefined, message: state.message, pending: true }
    const before = bait.reached()
    const aim: Aim = { port: bait.port, socket: bait.socket, pid: process.pid, paths: [...paths, bait.file] }
    const [result, innocent] = await Promise.all([
      execute(canary, canary.source(aim), signal),
      canary.beside === undefined ? undefined : execute(canary, canary.beside, signal),
    ])
    if (bait.reached() > before) return { holds: false, message: 'A connection arrived.', pending: false }
    if (innocent !== undefined && isTold(innocent) && innocent.verdict !== 'passed')
      return { holds: false, message: `A program beside it was disturbed: ${innocent.verdict}. ${innocent.message}`, pending: false }
    if (!isTold(result)) return { holds: undefined, message: result.message, pending: false }
    if (canary.holds.includes(result.verdict)) return HELD
    return { holds: false, message: whatCame(result, canary), pending: false }
  }

  function execute(canary: Canary, source: string, signal: AbortSignal): Promise<JobResult> {
    const job: Job = {
      id: `probe ${canary.name}`,
      runtime: canary.runtime,
      kind: 'grade',
      checks: 'all',
      limits: { ...LIMITS, ...canary.limits },
      permissions: canary.permissions ?? [],
      seed: 0,
      files: { 'main.py': blobs.put(source), 'tests.py': blobs.put(CHECKS), 'solution.py': blobs.put('') },
    }
    return engine.execute(job, () => undefined, signal, SUBMITTER)
  }

  function isolation(): Isolation {
    return judge(engine.isolation(), outcomes)
  }

  return { isolation, run }
}

/** Whether the result says anything of the sandbox. */
function isTold({ verdict }: JobResult): boolean {
  return verdict !== 'our-fault' && verdict !== 'not-run'
}

function whatCame({ verdict, message }: JobResult, { holds }: Canary): string {
  const through = message.startsWith(`${CHECK}: `) ? message.slice(CHECK.length + 2) : ''
  return verdict === 'failed' && through !== ''
    ? `Got through: ${through}.`
    : `It came to ${verdict}, not ${holds.join(' or ')}. ${message}`.trim()
}
