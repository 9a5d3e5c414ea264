import { expect, test } from 'vitest'
import { APPROXIMATE, CLOSED_FORMS, FIRST_SEED, replicate } from './fixtures/closed-forms.ts'
import { LATER_FORMS, LATER_SEED } from './fixtures/later-forms.ts'
import { intervalOf } from './interval.ts'

const REPLICATIONS = 8

test('there are at least 33 exact closed forms', () => {
  expect(CLOSED_FORMS.flatMap(({ checks }) => checks).length).toBeGreaterThanOrEqual(33)
})

const FORMS = [
  ...CLOSED_FORMS.map((form, at) => ({ form, at, seed: FIRST_SEED })),
  ...LATER_FORMS.map((form, at) => ({ form, at, seed: LATER_SEED })),
]

for (const { form, at, seed } of FORMS) {
  test(`${form.model} agrees with its formula`, () => {
    const runs = replicate(form, at, REPLICATIONS, seed)
    for (const { what, exact, of } of form.checks) {
      const { mean, halfWidth } = intervalOf(runs.map(of), 0.99)
      expect(Math.abs(mean - exact), `${what}: ${mean} ± ${halfWidth}, exactly ${exact}`).toBeLessThanOrEqual(halfWidth)
      // An interval that says nothing proves nothing.
      expect(halfWidth / exact, what).toBeLessThan(0.15)
    }
  })
}

for (const [at, form] of APPROXIMATE.entries()) {
  test(`${form.model} is near its approximation`, () => {
    const runs = replicate(form, CLOSED_FORMS.length + at, 1)
    for (const { exact, of } of form.checks) expect(Math.abs(intervalOf(runs.map(of), 0.99).mean / exact - 1)).toBeLessThan(form.within)
  })
}
