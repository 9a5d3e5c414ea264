import { type ClosedForm, desk, exponential, hits, response, run } from './closed-form.ts'
import { che } from './formulas.ts'

/** Formulas that are near, not exact. */
export const APPROXIMATIONS: readonly ClosedForm[] = [
  ...(
    [
      [0.8, 500],
      [1, 100],
    ] as const
  ).map(([skew, capacity]) => ({
    model: `least recently used, Zipf ${skew}, ${capacity} of 10,000 keys`,
    source: "Che's approximation: Che, Tung and Wang, IEEE JSAC 20(7), 2002",
    within: 0.01,
    run: run(100, 200_000, { cache: { kind: 'cache', capacity } as const }, [{ at: 'cache', miss: [] }], { keys: { count: 10_000, skew } }),
    checks: [{ what: 'hits', exact: che(10_000, skew, capacity), of: hits }],
  })),
  {
    model: 'two choices among 100 at 0.9',
    source: 'mean field: Mitzenmacher, IEEE TPDS 12(10), 2001: sum of load^(2^i - 2)',
    within: 0.04,
    run: run(90, 400_000, desk(exponential, { replicas: 100, balance: 'two-choices' }), ['desk']),
    checks: [
      { what: 'mean response', exact: [1, 2, 3, 4, 5, 6, 7, 8].reduce((sum, i) => sum + 0.9 ** (2 ** i - 2), 0), of: response('ask') },
    ],
  },
]
