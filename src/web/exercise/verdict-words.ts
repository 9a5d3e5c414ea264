import type { Verdict } from '../../domain/verdict.ts'

/** How each verdict is said, and whose it is: the learner's success or fault, or ours. */
export const VERDICT_WORDS: Readonly<
  Record<Verdict, { readonly short: string; readonly title: string; readonly tone: 'passed' | 'failed' | 'ours' }>
> = {
  passed: { short: 'passed', title: 'Passed', tone: 'passed' },
  failed: { short: 'not yet', title: 'Not yet', tone: 'failed' },
  errored: { short: 'stopped by an error', title: 'Stopped by an error', tone: 'failed' },
  'timed-out': { short: 'out of time', title: 'Out of time', tone: 'failed' },
  'out-of-memory': { short: 'out of memory', title: 'Out of memory', tone: 'failed' },
  'too-much-output': { short: 'too much output', title: 'Too much output', tone: 'failed' },
  'not-run': { short: 'not run', title: 'Not run', tone: 'ours' },
  'our-fault': { short: 'our fault', title: 'Something broke on our side', tone: 'ours' },
}
