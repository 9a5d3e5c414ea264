import type { PythonExercise } from '../src/domain/item.ts'
import type { Job } from '../src/domain/job.ts'
import type { Blobs } from '../src/domain/runner.ts'
import type { Graded } from './fresh.ts'

const LIMITS: PythonExercise['limits'] = { cpuMs: 10_000, wallMs: 60_000, memoryBytes: 512 * 1024 * 1024, outputBytes: 64 * 1024 }

/** A small exercise of each kind: one line to solve, one check that is shown and one on drawn input, so that the runner is what takes the time. */
export interface Small {
  readonly kind: 'python' | 'numpy' | 'pandas' | 'torch'
  readonly exercise: Graded
  /** How many times faster than in a fresh pair it should be. */
  readonly aim: number
}

export const SMALL: readonly Small[] = [
  small({
    kind: 'python',
    runtime: 'python',
    aim: 5,
    solution: 'def largest(numbers, count):\n    return sorted(numbers, reverse=True)[:count]\n',
    tests: `
from onsite import check, equal

@check("three", visible=True)
def three(learner):
    equal(learner.largest([3, 1, 4, 1, 5, 9, 2], 3), [9, 5, 4])

@check("drawn")
def drawn(learner, rng):
    numbers = [rng.randrange(1000) for _ in range(50)]
    equal(learner.largest(numbers, 5), sorted(numbers)[:-6:-1])
`,
  }),
  small({
    kind: 'numpy',
    runtime: 'data',
    aim: 20,
    solution: 'import numpy as np\n\ndef shares(counts):\n    return counts / np.sum(counts, axis=1, keepdims=True)\n',
    tests: `
import numpy as np
from onsite import check, close

@check("two rows", visible=True)
def two_rows(learner):
    close(learner.shares(np.array([[1.0, 3.0], [2.0, 2.0]])), np.array([[0.25, 0.75], [0.5, 0.5]]))

@check("drawn")
def drawn(learner, rng):
    counts = rng.uniform(1, 9, size=(20, 5))
    close(learner.shares(counts), np.stack([row / row.sum() for row in counts]))
`,
  }),
  small({
    kind: 'pandas',
    runtime: 'data',
    aim: 30,
    solution: 'import pandas as pd\n\ndef totals(sales):\n    return sales.groupby("shop")["amount"].sum()\n',
    tests: `
import pandas as pd
from onsite import check, equal, require

@check("three sales", visible=True)
def three_sales(learner):
    sales = pd.DataFrame({"shop": ["a", "b", "a"], "amount": [1, 2, 3]})
    equal(dict(learner.totals(sales)), {"a": 4, "b": 2})

@check("drawn")
def drawn(learner, rng):
    shops, amounts = rng.choice(list("abc"), 40).tolist(), rng.integers(0, 9, 40).tolist()
    got = learner.totals(pd.DataFrame({"shop": shops, "amount": amounts}))
    for shop in set(shops):
        require(got[shop] == sum(n for s, n in zip(shops, amounts) if s == shop), "a total is not the sum of its sales")
`,
  }),
  small({
    kind: 'torch',
    runtime: 'torch',
    aim: 100,
    solution: 'import torch\n\ndef unit(rows):\n    return rows / rows.norm(dim=1, keepdim=True)\n',
    tests: `
import torch
from onsite import check, close

@check("two rows", visible=True)
def two_rows(learner):
    close(learner.unit(torch.tensor([[3.0, 4.0], [0.0, 2.0]])), torch.tensor([[0.6, 0.8], [0.0, 1.0]]))

@check("drawn")
def drawn(learner, rng):
    rows = torch.tensor(rng.normal(size=(20, 5)))
    close(learner.unit(rows), torch.stack([row / sum(x * x for x in row) ** 0.5 for row in rows]))
`,
  }),
]

export function getSmall(kind: Small['kind']): Small {
  const found = SMALL.find((each) => each.kind === kind)
  if (found === undefined) throw new Error(`there is no small exercise for ${kind}`)
  return found
}

function small({ kind, aim, ...rest }: Pick<Small, 'kind' | 'aim'> & Pick<Graded, 'runtime' | 'solution' | 'tests'>): Small {
  return { kind, aim, exercise: { slug: `small, ${kind}`, ...rest, limits: LIMITS, permissions: [] } }
}

/** The job that grades a source, as the gym would make it. */
export function jobFor({ runtime, tests, solution, limits, permissions }: Graded, source: string, seed: number, blobs: Blobs): Job {
  const files = { 'main.py': blobs.put(source), 'tests.py': blobs.put(tests), 'solution.py': blobs.put(solution) }
  return { id: `bench ${seed}`, runtime, kind: 'grade', checks: 'all', limits, permissions, seed, reveal: false, files }
}
