import type { Outcome, Rating } from '../domain/evidence.ts'

/**
 * Where one rating ends and the next begins. The line between again and the rest carries nearly all that a rating is worth
 * (FSRS with two ratings loses 1.5 % of log loss against four: srs-benchmark), so the others may be rough.
 */
export const CUTS = {
  /** ln(time / par) over `spread`: above it is slow, under minus it fast. One standard deviation to either side. */
  slow: 1,
  /** Standard deviation of ln(time / par) until items have times of their own. */
  spread: 0.45,
  /** Graded submissions from which a pass is hard, and from which it is no pass: trial and error found it. */
  hardSubmissions: 2,
  failedSubmissions: 4,
  /** Share of a rubric from which an answer is hard, good, easy. */
  rubric: [0.5, 0.7, 0.9],
} as const

export type Cuts = { readonly [K in keyof typeof CUTS]: K extends 'rubric' ? readonly [number, number, number] : number }

export interface Rated {
  readonly rating: Rating
  /** Why, as a clause: "passed, with a hint". */
  readonly reason: string
}

/** How well a pattern was carried out. */
export function rateExecution(outcome: Outcome, cuts: Cuts = CUTS): Rated {
  switch (outcome.kind) {
    case 'rating':
      return { rating: outcome.rating, reason: 'rated elsewhere' }
    case 'rubric':
      return rateRubric(outcome.score, cuts)
    case 'choice':
      return rateChoice(outcome, cuts)
    case 'code': {
      if (!outcome.passed) return { rating: 1, reason: 'not passed' }
      if (outcome.hint === 3) return { rating: 1, reason: 'passed after the code was shown' }
      if (outcome.submissions >= cuts.failedSubmissions) return { rating: 1, reason: `passed at submission ${outcome.submissions}` }
      if (outcome.hint > 0) return { rating: 2, reason: 'passed, with a hint' }
      if (outcome.submissions >= cuts.hardSubmissions) return { rating: 2, reason: `passed at submission ${outcome.submissions}` }
      return paced('passed at once', outcome, cuts)
    }
  }
}

/** How well it was seen that the pattern fits, as far as the outcome tells: undefined when it does not. */
export function rateRecognition(outcome: Outcome, cuts: Cuts = CUTS): Rated | undefined {
  switch (outcome.kind) {
    case 'rating':
      return { rating: outcome.rating, reason: 'rated elsewhere' }
    case 'choice':
      return rateChoice(outcome, cuts)
    case 'rubric':
      return rateRubric(outcome.score, cuts)
    case 'code': {
      if (outcome.hint >= 2) return { rating: 1, reason: 'a hint named the pattern' }
      if (!outcome.passed) return undefined
      return outcome.hint === 1
        ? { rating: 2, reason: 'passed, with a nudge' }
        : { rating: 3, reason: 'passed without being told the pattern' }
    }
  }
}

/** A choice is never easy: it can be guessed. */
function rateChoice(outcome: Extract<Outcome, { kind: 'choice' }>, cuts: Cuts): Rated {
  if (!outcome.passed) return { rating: 1, reason: 'chose another' }
  const { rating, reason } = paced('chose right', outcome, cuts)
  return rating === 4 ? { rating: 3, reason } : { rating, reason }
}

function rateRubric(score: number, cuts: Cuts): Rated {
  const rating = (1 + cuts.rubric.filter((least) => score >= least).length) as Rating
  return { rating, reason: `${Math.round(score * 100)} % of the rubric` }
}

function paced(what: string, { activeMs, parMs }: { readonly activeMs: number | undefined; readonly parMs: number }, cuts: Cuts): Rated {
  if (activeMs === undefined || activeMs <= 0 || parMs <= 0) return { rating: 3, reason: what }
  const pace = Math.log(activeMs / parMs) / cuts.spread
  if (pace > cuts.slow) return { rating: 2, reason: `${what}, slowly` }
  return pace < -cuts.slow ? { rating: 4, reason: `${what}, quickly` } : { rating: 3, reason: what }
}
