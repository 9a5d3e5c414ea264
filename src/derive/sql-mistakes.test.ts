import { expect, test } from 'vitest'
import { applyEdit } from './edit.ts'
import { sqlMistakes } from './sql-mistakes.ts'
import { bareSql } from './sql-tokens.ts'

const mistakesIn = (query: string) => sqlMistakes(query).map((edit) => `${edit.operator}: ${applyEdit(query, edit)}`)

test.each([
  ['SELECT a FROM t LEFT JOIN u ON t.i = u.i;', 'join: SELECT a FROM t JOIN u ON t.i = u.i;'],
  ['SELECT a FROM t JOIN u ON t.i = u.i;', 'join: SELECT a FROM t LEFT JOIN u ON t.i = u.i;'],
  ['SELECT DISTINCT a FROM t;', 'distinct: SELECT a FROM t;'],
  ['SELECT a FROM t UNION ALL SELECT b FROM u;', 'distinct: SELECT a FROM t UNION SELECT b FROM u;'],
  ['SELECT a FROM t ORDER BY a DESC;', 'order: SELECT a FROM t ORDER BY a ASC;'],
  ['SELECT a FROM t ORDER BY a;', 'order: SELECT a FROM t ;'],
  ['SELECT rank() OVER (PARTITION BY a ORDER BY b) FROM t;', 'partition: SELECT rank() OVER (ORDER BY b) FROM t;'],
  ['SELECT rank() OVER (PARTITION BY a ORDER BY b) FROM t;', 'twin: SELECT row_number() OVER (PARTITION BY a ORDER BY b) FROM t;'],
  ['SELECT sum(a) OVER (ORDER BY b ROWS 2 PRECEDING) FROM t;', 'twin: SELECT sum(a) OVER (ORDER BY b range 2 PRECEDING) FROM t;'],
  ['SELECT sum(a) OVER (ORDER BY b ROWS 2 PRECEDING) FROM t;', 'off-by-one: SELECT sum(a) OVER (ORDER BY b ROWS 3 PRECEDING) FROM t;'],
  ['SELECT a FROM t WHERE a IS DISTINCT FROM b;', 'null: SELECT a FROM t WHERE a <> b;'],
  ['SELECT coalesce(a, 0) FROM t;', 'null: SELECT a FROM t;'],
  ['SELECT count(a) FROM t;', 'null: SELECT count(*) FROM t;'],
  ['SELECT a FROM t WHERE a >= 3 AND b < 4;', 'boundary: SELECT a FROM t WHERE a > 3 AND b < 4;'],
  ['SELECT a FROM t WHERE a >= 3 AND b < 4;', 'forgotten-condition: SELECT a FROM t WHERE a >= 3;'],
  ['SELECT a FROM t WHERE a = 3 AND b IS DISTINCT FROM c;', 'forgotten-condition: SELECT a FROM t WHERE a = 3;'],
  ['SELECT a FROM t WHERE a >= 3 AND b < 4;', 'logic: SELECT a FROM t WHERE a >= 3 OR b < 4;'],
  ['SELECT a FROM t WHERE NOT EXISTS (SELECT 1);', 'negation: SELECT a FROM t WHERE EXISTS (SELECT 1);'],
  ["SELECT a FROM t WHERE d > e - interval '7 days';", "off-by-one: SELECT a FROM t WHERE d > e - interval '8 days';"],
])('%s is written by mistake as %s', (query, mistake) => {
  expect(mistakesIn(query)).toContain(mistake)
})

test('the AND of BETWEEN is no condition of its own, and goes with its BETWEEN', () => {
  const query = 'SELECT a FROM t WHERE b = 2 AND a BETWEEN 1 AND 3 AND c;'
  expect(mistakesIn(query)).toContain('forgotten-condition: SELECT a FROM t WHERE b = 2 AND c;')
  expect(mistakesIn(query).filter((mistake) => mistake.startsWith('logic'))).toHaveLength(2)
})

test('texts and comments are left alone; a query loses its comments', () => {
  expect(sqlMistakes('SELECT \'a < 1 AND b\' -- x > 2\n/* y OR z */ FROM "left join";')).toEqual([])
  expect(bareSql("-- why\nSELECT '--' AS a -- because\n  -- here\nFROM t; /* end */")).toBe("SELECT '--' AS a\nFROM t;\n")
})
