import type { PythonRuntime, Runtime } from '../../domain/runtime.ts'

/** Front matter, statement, hints and why of a new exercise. TODO marks what its author writes. */
function page(runtime: Runtime, pattern: string, task: string): string {
  return `---
title: TODO name the problem, never the technique
patterns: [${pattern}]
form: write
difficulty: core
minutes: 15
runtime: ${runtime}
sources: []
---
TODO tell the story. ${task}

## Hints
1. TODO a nudge.
2. TODO the last step before the code.

## Why
TODO the reason, the cost, and where else the pattern hides.
`
}

/** The files of a new exercise for a Python runtime: they prove themselves, and only their words are missing. */
export function pythonExercise(runtime: PythonRuntime, pattern: string): Readonly<Record<string, string>> {
  return {
    'exercise.md': page(runtime, pattern, 'Write `total(values)`: the sum of the squares of a list of numbers; 0 for an empty list.'),
    'starter.py': 'def total(values):\n    """TODO say what is returned."""\n',
    'solution.py': 'def total(values):\n    # TODO comments teach: say why, not what.\n    return sum(value * value for value in values)\n',
    'tests.py': `"""TODO compare with an oracle on drawn inputs."""
from onsite import check, close, equal


@check("a short list", visible=True)
def short(learner):
    equal(learner.total([1, 2, 3]), 14)


@check("nothing", category="edge")
def nothing(learner):
    equal(learner.total([]), 0)


@check("drawn numbers")
def drawn(learner, rng):
    values = [rng.random() - 0.5 for _ in range(50)]
    expected = 0.0
    for value in values:
        expected += value**2
    close(learner.total(values), expected)
`,
    'right/loop.py': 'def total(values):\n    result = 0\n    for value in values:\n        result += value**2\n    return result\n',
    'right/mapped.py': 'def total(values):\n    return sum(map(lambda value: value * value, values))\n',
    'wrong/no_squares.py': '# caught by: a short list\n# TODO why someone writes it\ndef total(values):\n    return sum(values)\n',
    'wrong/square_of_sum.py': '# caught by: drawn numbers\n# TODO why someone writes it\ndef total(values):\n    return sum(values) ** 2\n',
    'wrong/first_must_exist.py':
      '# caught by: nothing\n# TODO why someone writes it\ndef total(values):\n    result = values[0] ** 2\n    for value in values[1:]:\n        result += value**2\n    return result\n',
  }
}

/** The files of a new exercise for PostgreSQL. */
export function sqlExercise(pattern: string): Readonly<Record<string, string>> {
  return {
    'exercise.md': page(
      'postgres',
      pattern,
      'Return `id` and `sales` for every shop, where `sales` is the sum of its orders, 0 without any.',
    ),
    'schema.sql':
      'create table shop (id integer primary key);\ncreate table sale (shop_id integer not null references shop, amount integer not null);\n',
    'starter.sql': '-- TODO say what the columns mean.\nselect id from shop;\n',
    'solution.sql': `-- TODO comments teach: say why, not what.
select shop.id, coalesce(sum(sale.amount), 0) as sales
from shop left join sale on sale.shop_id = shop.id
group by shop.id;
`,
    'cases.yml': `compare: bag
tolerance: 0
cases:
  - { name: two shops, visible: true, category: example, data: two-shops.sql }
  - { name: a shop without sales, category: edge, data: no-sales.sql }
`,
    'cases/two-shops.sql': 'insert into shop values (1), (2);\ninsert into sale values (1, 10), (1, 5), (2, 7);\n',
    'cases/no-sales.sql': 'insert into shop values (1), (2);\ninsert into sale values (1, 10);\n',
    'right/subquery.sql': 'select id, coalesce((select sum(amount) from sale where shop_id = shop.id), 0) as sales\nfrom shop;\n',
    'right/aggregate_first.sql': `select shop.id, coalesce(totals.amount, 0) as sales
from shop left join (select shop_id, sum(amount) as amount from sale group by shop_id) as totals on totals.shop_id = shop.id;
`,
    'wrong/inner_join.sql': `-- caught by: a shop without sales
-- TODO why someone writes it
select shop.id, sum(sale.amount) as sales from shop join sale on sale.shop_id = shop.id group by shop.id;
`,
    'wrong/no_zero.sql': `-- caught by: a shop without sales
-- TODO why someone writes it
select shop.id, sum(sale.amount) as sales from shop left join sale on sale.shop_id = shop.id group by shop.id;
`,
    'wrong/count.sql': `-- caught by: two shops
-- TODO why someone writes it
select shop.id, count(sale.amount) as sales from shop left join sale on sale.shop_id = shop.id group by shop.id;
`,
  }
}
