import { expect, test } from 'vitest'
import { APPROXIMATE, CLOSED_FORMS, replicate } from './fixtures/closed-forms.ts'
import { intervalOf } from './interval.ts'

const REPLICATIONS = 8

test('there are at least 33 exact closed forms', () => {
  expect(CLOSED_FORMS.flatMap(({ checks }) => checks).length).toBeGreaterThanOrEqual(33)
})

for (const [at, form] of CLOSED_FORMS.entries()) {
  test(`${form.model} agrees with its formula`, () => {
    const runs = replicate(form, at, REPLICATIONS)
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
