import type { Drawing } from '../../domain/case.ts'
import type { Policy } from '../../domain/policy.ts'
import type { Edit, Path } from '../../design/edit-drawing.ts'
import type { OpenCase } from '../../server/design-contract.ts'
import { useEffect, useState } from 'react'
import { addPolicy, set } from './edits.ts'
import { readQuantity, type Unit, writeQuantity, writeSetting } from './quantity.ts'

interface Rule {
  readonly keys: readonly string[]
  readonly label: string
  readonly unit: Unit
  /** What the others of its group begin with when this one is set first. */
  readonly group?: Readonly<Record<string, number | string>>
}

const RULES: readonly Rule[] = [
  { keys: ['timeout'], label: 'time-out of an attempt', unit: 's' },
  { keys: ['retries'], label: 'retries', unit: '' },
  { keys: ['backoff', 'base'], label: 'back-off, base', unit: 's', group: { base: '10ms' } },
  { keys: ['backoff', 'factor'], label: 'back-off, factor', unit: '', group: { base: '10ms' } },
  { keys: ['backoff', 'most'], label: 'back-off, at most', unit: 's', group: { base: '10ms' } },
  { keys: ['backoff', 'jitter'], label: 'back-off, share drawn', unit: '', group: { base: '10ms' } },
  { keys: ['budget', 'ratio'], label: 'retry budget, ratio', unit: '', group: { ratio: 0.1, burst: 20 } },
  { keys: ['budget', 'burst'], label: 'retry budget, burst', unit: '', group: { ratio: 0.1, burst: 20 } },
  { keys: ['hedge'], label: 'hedge after', unit: 's' },
  { keys: ['deadline'], label: 'deadline for all attempts', unit: 's' },
  { keys: ['breaker', 'window'], label: 'breaker, attempts looked at', unit: '', group: { window: 50, share: 0.5, open: '5s' } },
  { keys: ['breaker', 'share'], label: 'breaker, share failed', unit: '', group: { window: 50, share: 0.5, open: '5s' } },
  { keys: ['breaker', 'open'], label: 'breaker, stays open', unit: 's', group: { window: 50, share: 0.5, open: '5s' } },
]

/** How callers behave: time-outs, retries, budgets, hedges, breakers; and how often jobs run. */
export function Policies({
  asked,
  drawing,
  onEdit,
}: {
  readonly asked: OpenCase
  readonly drawing: Drawing
  readonly onEdit: (edits: readonly Edit[]) => void
}) {
  const jobs = Object.entries(asked.jobs)
  return (
    <div className="grid gap-5">
      {Object.entries(drawing.policies).map(([name, policy]) => (
        <PolicyForm key={name} name={name} policy={policy} onEdit={onEdit} />
      ))}
      {Object.keys(drawing.policies).length === 0 && (
        <p className="text-[0.875rem] text-soft">No policy yet: callers wait for ever and never try again.</p>
      )}
      <div>
        <button type="button" className="button small" onClick={() => onEdit(addPolicy(drawing.policies).edits)}>
          Add a policy
        </button>
      </div>
      {jobs.length > 0 && (
        <section aria-label="Jobs">
          <h2 className="eyebrow mb-1">Jobs run every</h2>
          {jobs.map(([name, { least, most }]) => (
            <QuantityField
              key={name}
              label={`${name} (${writeQuantity(least, 's')} to ${writeQuantity(most, 's')})`}
              unit="s"
              value={drawing.jobs[name]}
              onChange={(value) => onEdit([set(['jobs', name], value)])}
            />
          ))}
        </section>
      )}
    </div>
  )
}

function PolicyForm({
  name,
  policy,
  onEdit,
}: {
  readonly name: string
  readonly policy: Policy
  readonly onEdit: (edits: readonly Edit[]) => void
}) {
  const path: Path = ['policies', name]
  const change = ({ keys, group }: Rule, value: number | string | undefined) => {
    const [first = '', second] = keys
    const before = policy[first as keyof Policy]
    if (group === undefined || second === undefined) return onEdit([set([...path, first], value)])
    if (before === undefined) return onEdit(value === undefined ? [] : [set([...path, first], { ...group, [second]: value })])
    // What a group cannot do without goes with the group.
    return onEdit([value === undefined && second in group ? set([...path, first], undefined) : set([...path, first, second], value)])
  }
  return (
    <section aria-label={`Policy ${name}`}>
      <div className="mb-1 flex items-center gap-3">
        <h2 className="font-mono text-[0.875rem] font-[650]">{name}</h2>
        <button type="button" className="button small plain" onClick={() => onEdit([{ type: 'remove', path }])}>
          Remove {name}
        </button>
      </div>
      <div className="policy-fields">
        {RULES.map((rule) => (
          <QuantityField
            key={rule.label}
            label={rule.label}
            unit={rule.unit}
            value={valueOf(policy, rule.keys)}
            onChange={(value) => change(rule, value)}
          />
        ))}
        <label className="step-field">
          <span>drops what nobody waits for</span>
          <input
            type="checkbox"
            checked={policy.cancels === true}
            onChange={({ target }) => onEdit([set([...path, 'cancels'], target.checked ? true : undefined)])}
          />
        </label>
      </div>
    </section>
  )
}

function valueOf(policy: Policy, keys: readonly string[]): number | undefined {
  const value = keys.reduce<unknown>((inner, key) => (inner as Readonly<Record<string, unknown>> | undefined)?.[key], policy)
  return typeof value === 'number' ? value : undefined
}

/** A number that may be left out; taken when the field is left, or by Enter. */
function QuantityField({
  label,
  unit,
  value,
  onChange,
}: {
  readonly label: string
  readonly unit: Unit
  readonly value: number | undefined
  readonly onChange: (value: number | string | undefined) => void
}) {
  const written = value === undefined ? '' : writeSetting(value, unit)
  const [text, setText] = useState(written)
  useEffect(() => setText(written), [written])
  const read = text.trim() === '' ? undefined : readQuantity(text, unit)
  const settle = () => {
    if (text.trim() === '') return value === undefined ? undefined : onChange(undefined)
    if (read === undefined || read === value) return undefined
    return onChange(unit === 's' ? writeSetting(read, unit) : read)
  }
  return (
    <label className="step-field">
      <span>{label}</span>
      <input
        className="field"
        value={text}
        placeholder="not set"
        aria-invalid={text.trim() !== '' && read === undefined}
        onChange={({ target }) => setText(target.value)}
        onBlur={settle}
        onKeyDown={(event) => event.key === 'Enter' && settle()}
      />
    </label>
  )
}
