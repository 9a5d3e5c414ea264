import { expect, test } from 'vitest'
import { ENGINE_VERSION } from '../simulation/simulate.ts'
import { type Comparison, compare, REPLICATIONS } from './compare.ts'
import { FORMS } from './forms.ts'
import { compareSweep } from './language-model.ts'

const CONFIDENCE = 0.99
const rows: Comparison[] = []

test('there are at least 33 exact closed forms', () => {
  const exact = FORMS.filter(({ form }) => form.within === undefined)
  expect(exact.flatMap(({ form }) => form.checks).length).toBeGreaterThanOrEqual(33)
})

for (const registered of FORMS) {
  test(`${registered.form.model} agrees with its formula`, () => {
    const compared = compare(registered, CONFIDENCE)
    rows.push(...compared)
    for (const { what, exact, mean, halfWidth, holds } of compared) {
      expect(holds, `${what}: ${mean} ± ${halfWidth}, exactly ${exact}`).toBe(true)
      // An interval that says nothing proves nothing.
      expect(halfWidth / exact, what).toBeLessThan(0.15)
    }
  })
}

/** What the page shows is what was just simulated; `npx vitest run --project unit src/validation --update` writes it anew. */
test('the record is of these runs', async () => {
  const record = { engine: ENGINE_VERSION, replications: REPLICATIONS, confidence: CONFIDENCE, rows, published: compareSweep() }
  // Engines differ in the last bit of a formula's own exponentials.
  const rounded = JSON.stringify(record, (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(6)) : value), 2)
  await expect(`${rounded}\n`).toMatchFileSnapshot('record.json')
})
