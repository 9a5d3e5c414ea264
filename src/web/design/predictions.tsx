import { type FormEvent, useState } from 'react'
import { parseQuantity } from '../../grading/quantity.ts'
import type { DesignPage } from '../../server/design-contract.ts'
import { QuantityField } from '../control/quantity-field.tsx'

export interface Said {
  readonly predictions: readonly (number | null)[]
  readonly firstToBreak: string | null
}

/** What a candidate says before the run: estimates with their units, and what breaks first. Empty ones are sent as unsaid. */
export function Predictions({
  estimates,
  components,
  level,
  problem,
  onSubmit,
}: {
  readonly estimates: DesignPage['estimates']
  readonly components: readonly string[]
  readonly level: string
  /** Why it cannot be sent now; empty when it can. */
  readonly problem: string
  readonly onSubmit: (said: Said) => void
}) {
  const [texts, setTexts] = useState<readonly string[]>(estimates.map(() => ''))
  const [first, setFirst] = useState('')
  const values = estimates.map(({ unit }, place) => {
    const text = texts[place] ?? ''
    if (text.trim() === '') return null
    const quantity = parseQuantity(text, unit)
    return quantity.kind === 'quantity' ? quantity.value : undefined
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (values.includes(undefined) || problem !== '') return
    onSubmit({ predictions: values.map((value) => value ?? null), firstToBreak: components.includes(first) ? first : null })
  }
  return (
    <form onSubmit={submit} className="predictions">
      <h2 className="section-title">Say it before you run it</h2>
      <p className="mt-1 mb-3 text-[0.875rem] text-soft">
        Full score within a factor of 2, half at 4. What you leave empty is not scored; it is also not practised.
      </p>
      {estimates.map((asked, place) => (
        <div key={asked.ask} className="estimate">
          <QuantityField
            asked={asked}
            value={texts[place] ?? ''}
            onChange={(text) => setTexts(texts.map((before, at) => (at === place ? text : before)))}
          />
        </div>
      ))}
      <label className="estimate">
        <span>What breaks first when the load grows?</span>
        <select className="field" value={first} onChange={(event) => setFirst(event.target.value)}>
          <option value="">I do not say</option>
          {components.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <button type="submit" className="button primary" disabled={problem !== '' || values.includes(undefined)}>
          Grade at level {level}
        </button>
        {problem !== '' && <span className="text-[0.8125rem] text-soft">{problem}</span>}
      </div>
    </form>
  )
}
