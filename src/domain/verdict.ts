/** What the judge measured. The learner's fault and ours never share one. */
export const VERDICTS = ['passed', 'failed', 'errored', 'timed-out', 'out-of-memory', 'too-much-output', 'not-run', 'our-fault'] as const
export type Verdict = (typeof VERDICTS)[number]
