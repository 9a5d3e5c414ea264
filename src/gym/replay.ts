import { z } from 'zod'
import { CATEGORIES } from '../domain/item.ts'
import type { JobResult } from '../domain/job.ts'
import type { Runner } from '../domain/runner.ts'
import { PERMISSIONS, RUNTIMES } from '../domain/runtime.ts'
import { UserError } from '../domain/user-error.ts'
import { VERDICTS } from '../domain/verdict.ts'
import type { Bundle } from './report.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256')
const amount = z.number().positive()

const schema = z.object({
  format: z.literal('onsite-verdict-1'),
  comment: z.string(),
  judge: z.object({ onsite: z.string(), runtime: z.string() }),
  item: z.object({ slug: z.string(), hash: z.string(), hashNow: z.string() }),
  verdict: z.object({
    verdict: z.enum(VERDICTS),
    message: z.string(),
    checks: z.array(
      z.looseObject({ name: z.string(), visible: z.boolean(), category: z.enum(CATEGORIES), passed: z.boolean(), message: z.string() }),
    ),
  }),
  job: z.object({
    id: z.string(),
    runtime: z.enum([...RUNTIMES, 'simulation']),
    kind: z.enum(['run', 'grade']),
    checks: z.enum(['visible', 'all']),
    limits: z.object({ cpuMs: amount, wallMs: amount, memoryBytes: amount, outputBytes: z.number().min(0) }),
    permissions: z.array(z.enum(PERMISSIONS)),
    files: z.record(z.string(), hash),
    seed: z.int().min(0),
    reveal: z.boolean().optional(),
  }),
  blobs: z.record(hash, z.string()),
})

/** What a replay needs of a bundle; the bundle itself may hold more. */
export type Replayable = Pick<Bundle, 'item' | 'judge' | 'comment' | 'blobs'> & {
  readonly verdict: Pick<JobResult, 'verdict' | 'message'> & {
    readonly checks: readonly { readonly name: string; readonly passed: boolean }[]
  }
  readonly job: Bundle['job']
}

/** Reads a bundle that 'this verdict looks wrong' saved. Throws UserError when it is none, or not whole. */
export function parseBundle(text: string, where: string): Replayable {
  const fix = 'Give the file as `This verdict looks wrong` saved it, under the reports folder of $ONSITE_HOME.'
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new UserError('The file is not JSON.', { where, fix })
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new UserError(`This is no saved verdict: ${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'is not understood'}.`, {
      where,
      fix,
    })
  }
  const { reveal, ...job } = parsed.data.job
  return { ...parsed.data, job: reveal === undefined ? job : { ...job, reveal } }
}

/**
 * Executes the job of a bundle from its own files, so that neither today's content nor a learner's history is needed.
 * Throws UserError when a file of the job is missing or was changed.
 */
export async function replay(
  runner: Runner,
  bundle: Replayable,
  signal: AbortSignal,
): Promise<{ readonly result: JobResult; readonly same: boolean }> {
  for (const [name, wanted] of Object.entries(bundle.job.files)) {
    const content = bundle.blobs[wanted]
    if (content !== undefined && runner.blobs.put(content) === wanted) continue
    throw new UserError(`The bundle's ${name} is ${content === undefined ? 'missing' : 'not what was judged'}.`, {
      where: bundle.item.slug,
      fix: 'Save the verdict again, from the list of attempts.',
    })
  }
  const result = await runner.execute(bundle.job, () => {}, signal)
  return { result, same: outcome(result) === outcome(bundle.verdict) }
}

/** What a learner was told by it: the verdict and which checks passed. Messages and times may differ. */
function outcome({ verdict, checks }: Pick<Replayable['verdict'], 'verdict' | 'checks'>): string {
  return JSON.stringify([verdict, checks.map(({ name, passed }) => [name, passed])])
}
