import type { Problem } from '../content/problem.ts'
import { VERSIONS } from '../design/grade.ts'
import type { Stages } from '../design/stages.ts'
import type { Case } from '../domain/case.ts'
import type { AuditRequest } from './audit.ts'
import { type DesignProof, designFreshness, designProofText, readDesignProof, writeDesignProof } from './design-proof.ts'
import { type DesignProving, proveDesign } from './prove-design.ts'
import type { Freshness } from './proof.ts'
import { sampleOf } from './sample.ts'
import type { Subject } from './subject.ts'

/** What proving designs needs from outside. */
export interface DesignBench {
  /** Carries out work on designs, wherever its runs run. */
  readonly carry: <Result>(aCase: Case, stages: Stages<Result>, onProgress: (done: number, total: number) => void) => Promise<Result>
  /** A design is being proved; so many runs are done. */
  readonly onRuns: (name: string, done: number) => void
  readonly onProgress: (progress: DesignProgress) => void
}

export interface DesignProgress {
  readonly name: string
  /** Undefined when it was found wanting. */
  readonly proof: DesignProof | undefined
  readonly ms: number
  readonly done: number
  readonly of: number
}

interface Candidate {
  readonly item: Case
  readonly name: string
  readonly state: Freshness
}

/** The proofs of designs: those that the extent asks for, one after the other, since each uses all cores. */
export async function auditDesigns(
  subjects: readonly Subject[],
  {
    extent,
    sampleSeed,
    seed,
    problems: found,
  }: Pick<AuditRequest, 'extent' | 'sampleSeed' | 'seed'> & { readonly problems: readonly Problem[] },
  bench: DesignBench,
  { now, signal }: { readonly now: () => number; readonly signal: AbortSignal },
): Promise<{ readonly problems: readonly Problem[]; readonly proved: readonly DesignProgress[]; readonly fresh: number }> {
  const all = subjects.flatMap(({ item, name }): readonly Candidate[] =>
    item.kind === 'design' ? [{ item, name, state: designFreshness(item) }] : [],
  )
  const stale = all.filter(({ state }) => state !== 'fresh')
  const fresh = all.filter(({ state }) => state === 'fresh')
  const sample = sampleOf(
    fresh.map(({ name }) => name),
    sampleSeed,
  )
  const chosen = { changed: stale, all, ci: [...stale, ...fresh.filter(({ name }) => sample.includes(name))] }[extent]
  const problems: Problem[] = extent === 'ci' ? stale.map(notFresh) : []
  const proved: DesignProgress[] = []
  for (const [at, candidate] of chosen.entries()) {
    const { item, name } = candidate
    const began = now()
    // What cannot be read or built is told already, and cannot be run.
    const isSound = !found.some(({ where }) => where.startsWith(`${name}/`))
    const stages = proveDesign(item, { name, seed, versions: VERSIONS })
    const { proof, problems: wanting }: DesignProving = isSound
      ? await bench.carry(item, stages, (done) => bench.onRuns(name, done))
      : { proof: undefined, problems: [] }
    signal.throwIfAborted()
    problems.push(...wanting)
    if (proof !== undefined && extent === 'ci') problems.push(...changed(candidate, proof))
    else if (proof !== undefined) writeDesignProof(item.folder, proof)
    const progress = { name, proof, ms: now() - began, done: at + 1, of: chosen.length }
    proved.push(progress)
    bench.onProgress(progress)
  }
  return { problems, proved, fresh: all.length - chosen.length }
}

function notFresh({ name, state }: Candidate): Problem {
  const what =
    state === 'missing' ? 'Has no proof.json.' : 'proof.json is stale: the case, the engine or the rule of the verdict changed since.'
  return { where: name, what, fix: 'Run `onsite check` and commit the record that it writes.' }
}

/** The same runs give the same record, to the last bit. */
function changed({ item, name, state }: Candidate, proof: DesignProof): readonly Problem[] {
  const recorded = state === 'fresh' ? readDesignProof(item) : undefined
  if (recorded === undefined || designProofText(recorded) === designProofText(proof)) return []
  return [
    {
      where: `${name}/proof.json`,
      what: 'The same engine does not give what is recorded.',
      fix: 'The record was written with another seed (`onsite check` takes 1), edited, or by an engine whose version was not raised. Run `onsite check` on the case and commit the record.',
    },
  ]
}
