import { useId } from 'react'
import { parseQuantity } from '../../grading/quantity.ts'
import { sayExactly } from '../../grading/say-quantity.ts'

/** A number to type as people write it, and how it is understood. */
export function QuantityField({
  asked: { ask, unit },
  value,
  onChange,
}: {
  readonly asked: { readonly ask: string; readonly unit: string }
  readonly value: string
  readonly onChange: (text: string) => void
}) {
  const id = useId()
  const quantity = value.trim() === '' ? undefined : parseQuantity(value, unit)
  const understood = quantity?.kind === 'quantity' ? `understood: ${sayExactly(quantity.value, unit)}` : quantity?.what
  return (
    <div>
      <label htmlFor={id} className="mb-1 block">
        {ask}
      </label>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="flex items-baseline gap-2">
          <input
            id={id}
            className="field w-44 font-mono"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="next"
            aria-describedby={`${id}-unit ${id}-read`}
            aria-invalid={quantity?.kind === 'problem'}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <span id={`${id}-unit`} className="text-soft">
            {unit}
          </span>
        </span>
        <output id={`${id}-read`} htmlFor={id} className={`text-[0.8125rem] ${quantity?.kind === 'problem' ? 'text-fail' : 'text-soft'}`}>
          {understood ?? exampleOf(unit)}
        </output>
      </div>
    </div>
  )
}

/** How it may be written. */
function exampleOf(unit: string): string {
  if (unit.startsWith('B')) return 'e.g. 250 GB or 2.5e11'
  if (unit === 's') return 'e.g. 40 ms or 3 h'
  if (unit === '%') return 'e.g. 12'
  return 'e.g. 20k, 3 million or 2e7'
}
