import type { Problem } from '../content/problem.ts'
import { inReadingOrder } from '../content/problem.ts'
import { readVariants } from '../content/variants.ts'
import type { Exercise } from '../domain/item.ts'
import type { Runtime } from '../domain/runtime.ts'
import type { Variants } from '../domain/variants.ts'
import { concurrently } from './concurrent.ts'
import { auditDesigns, type DesignBench, type DesignProgress } from './audit-designs.ts'
import { writeProof, type Freshness, type Proof } from './proof.ts'
import { prove, type Grade } from './prove.ts'
import { differences, recordState, writeVariants } from './record.ts'
import { sampleOf } from './sample.ts'
import type { Subject } from './subject.ts'
import { survey } from './survey.ts'
import type { Targets } from './targets.ts'
import { vary, type Run } from './vary.ts'

/**
 * What is proved. `changed`: exercises without a fresh record, which is then written. `all`: every exercise under check, written too.
 * `ci`: a record that is not fresh is a problem; those and a rotating sample of the others are proved, nothing is written.
 */
export type Extent = 'changed' | 'all' | 'ci'

export interface AuditRequest {
  readonly root: string
  readonly targets: Targets
  readonly extent: Extent
  /** Decides the sample of `ci`. */
  readonly sampleSeed: string
  /** Seeds the checks' random draws. */
  readonly seed: number
  /** Exercises proved at a time. */
  readonly slots: number
}

/** What proving needs from outside. */
export interface Bench {
  readonly grade: Grade
  readonly run: Run
  /** Starts a runtime; rejects when it cannot take jobs. */
  readonly require: (runtime: Runtime) => Promise<void>
  /** Hash of everything that judges a runtime's answers. */
  readonly judgeOf: (runtime: Runtime) => Promise<string>
  /** Milliseconds, for the estimate. */
  readonly now: () => number
  readonly onProgress: (progress: Progress) => void
  readonly designs: DesignBench
  /** Aborting rejects the audit. */
  readonly signal: AbortSignal
}

/** An exercise was proved, or was found wanting. */
interface Proved {
  readonly name: string
  readonly proof: Proof | undefined
  /** What was seen of broken copies and of values; undefined where the proof is. */
  readonly variants: Variants | undefined
  readonly ms: number
}

export interface Progress extends Proved {
  readonly done: number
  readonly of: number
}

export interface Audit {
  /** Items looked at. */
  readonly items: number
  readonly problems: readonly Problem[]
  readonly proved: readonly Proved[]
  readonly designs: readonly DesignProgress[]
  /** Exercises and designs whose record spoke for them. */
  readonly fresh: number
  /** What 1,000 exercises would take at the pace just measured, milliseconds; undefined when none was proved. */
  readonly thousandMs: number | undefined
}

/** Applies every rule: first those that need nothing run, then the proofs. */
export async function audit(request: AuditRequest, bench: Bench): Promise<Audit> {
  const { subjects, problems: found } = await survey(request.root, request.targets)
  const exercises = await Promise.all(
    subjects.flatMap(({ item, name }) => (item.kind === 'exercise' ? [withJudge({ item, name }, bench)] : [])),
  )
  const stale = exercises.filter(({ state }) => state !== 'fresh')
  const fresh = exercises.filter(({ state }) => state === 'fresh')
  const sample = sampleOf(
    fresh.map(({ name }) => name),
    request.sampleSeed,
  )
  const chosen = { changed: stale, all: exercises, ci: [...stale, ...fresh.filter(({ name }) => sample.includes(name))] }[request.extent]

  const problems: Problem[] = [...found]
  if (request.extent === 'ci') problems.push(...stale.map(notFresh))
  for (const runtime of new Set(chosen.map(({ item }) => item.runtime))) await bench.require(runtime)
  const start = bench.now()
  let done = 0
  const tell = ({ name }: Candidate, { proof, variants }: Pick<Proved, 'proof' | 'variants'>, began: number): Proved => {
    done += 1
    const progress = { name, proof, variants, ms: bench.now() - began }
    bench.onProgress({ ...progress, done, of: chosen.length })
    return progress
  }
  const attempt = async (candidate: Candidate, began: number, last: boolean): Promise<Proved | undefined> => {
    const { item, name, judge } = candidate
    const result = await prove(item, { name, seed: request.seed, judge, grade: bench.grade })
    bench.signal.throwIfAborted()
    if (!result.judged && !last) return undefined
    problems.push(...result.problems)
    const { proof, cpuMs } = result
    if (proof === undefined) return tell(candidate, { proof, variants: undefined }, began)
    const varied = await vary(item, { name, seed: request.seed, judge, cpuMs, grade: bench.grade, run: bench.run })
    bench.signal.throwIfAborted()
    if (!varied.judged && !last) return undefined
    const { variants } = varied
    problems.push(...varied.problems)
    if (request.extent === 'ci') problems.push(...changed(candidate, variants))
    else {
      writeProof(item.folder, proof)
      if (variants !== undefined) writeVariants(item.folder, variants)
    }
    return tell(candidate, { proof: variants === undefined ? undefined : proof, variants }, began)
  }
  const first = await concurrently(chosen, request.slots, (candidate) => attempt(candidate, bench.now(), false))
  const proved: Proved[] = []
  for (const [index, candidate] of chosen.entries()) {
    // What got no verdict beside the others is judged once more with the machine to itself, before anyone is blamed.
    const result = first[index] ?? (await attempt(candidate, bench.now(), true))
    if (result !== undefined) proved.push(result)
  }
  const thousandMs = proved.length === 0 ? undefined : ((bench.now() - start) / proved.length) * 1000
  const designs = await auditDesigns(subjects, { ...request, problems: found }, bench.designs, bench)
  problems.push(...designs.problems)
  return {
    items: subjects.length,
    problems: inReadingOrder(problems),
    proved,
    designs: designs.proved,
    fresh: exercises.length - chosen.length + designs.fresh,
    thousandMs,
  }
}

interface Candidate {
  readonly item: Exercise
  readonly name: string
  readonly judge: string
  readonly state: Freshness
}

async function withJudge({ item, name }: Subject & { readonly item: Exercise }, bench: Bench): Promise<Candidate> {
  const judge = await bench.judgeOf(item.runtime)
  return { item, name, judge, state: recordState(item, judge) }
}

function notFresh({ name, state }: Candidate): Problem {
  const what =
    state === 'missing'
      ? 'Has no proof.json or no variants.json.'
      : 'proof.json or variants.json is stale: the item or its judge changed since.'
  return { where: name, what, fix: 'Run `onsite check` and commit the record that it writes.' }
}

/** A fresh record has to say what is seen again. */
function changed({ item, name, state }: Candidate, variants: Variants | undefined): readonly Problem[] {
  const recorded = state === 'fresh' ? readVariants(item) : undefined
  if (recorded === undefined || variants === undefined) return []
  return differences(recorded, variants).map((what) => ({
    where: `${name}/variants.json`,
    what,
    fix: 'Find out what depends on chance or on the machine, then run `onsite check` on the item and commit the record.',
  }))
}
