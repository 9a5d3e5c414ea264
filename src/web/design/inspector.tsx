import { useEffect, useState } from 'react'
import type { Edit } from '../../design/edit-drawing.ts'
import type { Drawing, Figure, Freedom, Part, Setting } from '../../domain/case.ts'
import { About } from './about.tsx'
import { removeComponent, renameComponent, set } from './edits.ts'
import { readQuantity, unitOf, writeEach, writeQuantity, writeSetting } from './quantity.ts'

/** A component's settings as a form; each number with its range, its source and how far that can be trusted. */
export function Inspector({
  name,
  drawing,
  part,
  reaches,
  onEdit,
  onVisit,
  onSelect,
}: {
  readonly name: string
  readonly drawing: Drawing
  /** Undefined when it is made of something that the case does not have. */
  readonly part: Part | undefined
  /** What it may be connected to on the chosen route. */
  readonly reaches: readonly string[]
  readonly onEdit: (edits: readonly Edit[]) => void
  /** Visits `to` after this one, on the chosen route. */
  readonly onVisit: (to: string) => void
  readonly onSelect: (name: string | undefined) => void
}) {
  const placing = drawing.components[name]
  if (placing === undefined) return null
  const free = Object.entries(part?.free ?? {})
  const fixed = Object.entries(part?.figures ?? {}).filter(([key]) => part?.free[key] === undefined)
  return (
    <section aria-label={`Settings of ${name}`} className="inspector">
      <div className="flex items-start justify-between gap-2">
        <NameField
          key={name}
          name={name}
          taken={Object.keys(drawing.components)}
          onRename={(to) => (onEdit(renameComponent(drawing, name, to)), onSelect(to))}
        />
        <button type="button" className="button small plain" onClick={() => onSelect(undefined)}>
          Done
        </button>
      </div>
      <p className="mt-2 text-[0.8125rem] text-soft">
        <strong className="text-ink">{part?.title ?? placing.part}</strong>
        {part !== undefined && (
          <>
            . <About text={part.about} />
          </>
        )}
      </p>
      {free.length > 0 && <h2 className="eyebrow mt-4 mb-1">Yours to set</h2>}
      {free.map(([key, freedom]) => (
        <SettingField
          key={`${name} ${key}`}
          name={key}
          freedom={freedom}
          components={Object.keys(drawing.components)}
          value={placing.settings[key]}
          standard={fieldOf(part?.component, key)}
          figure={part?.figures[key]}
          each={part?.each[key]}
          onChange={(value) => onEdit([set(['components', name, key], value)])}
        />
      ))}
      {fixed.length > 0 && <h2 className="eyebrow mt-4 mb-1">Given</h2>}
      {fixed.length > 0 && (
        <dl className="figures">
          {fixed.map(([key, figure]) => (
            <div key={key}>
              <dt>{key}</dt>
              <dd>
                {figure.value} <FigureNote figure={figure} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {part !== undefined && 'price' in part.component && part.component.price !== undefined && (
        <p className="mt-2 text-[0.8125rem] text-soft">{writeQuantity(part.component.price, '$/h')} for each replica.</p>
      )}
      <div className="mt-4 flex flex-wrap items-center gap-2">
        {reaches.length > 0 && <VisitField reaches={reaches} onVisit={onVisit} />}
        <button type="button" className="button small" onClick={() => (onEdit(removeComponent(drawing, name)), onSelect(undefined))}>
          Remove {name}
        </button>
      </div>
    </section>
  )
}

function NameField({
  name,
  taken,
  onRename,
}: {
  readonly name: string
  readonly taken: readonly string[]
  readonly onRename: (to: string) => void
}) {
  const [text, setText] = useState(name)
  const wrong =
    text !== name &&
    (taken.includes(text) ? 'Another has this name.' : /^[A-Za-z][\w-]{0,39}$/.test(text) ? '' : 'Letters, digits and dashes.')
  const settle = () => (text === name || wrong !== '' ? setText(name) : onRename(text))
  return (
    <label className="min-w-0 flex-1 text-[0.8125rem] text-soft">
      Name
      <input
        className="field mt-0.5 w-full font-[650]"
        value={text}
        aria-invalid={wrong !== false && wrong !== ''}
        onChange={(event) => setText(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => event.key === 'Enter' && settle()}
      />
      {wrong !== false && wrong !== '' && <span className="text-fail">{wrong}</span>}
    </label>
  )
}

function VisitField({ reaches, onVisit }: { readonly reaches: readonly string[]; readonly onVisit: (to: string) => void }) {
  const [to, setTo] = useState('')
  const chosen = reaches.includes(to) ? to : (reaches[0] ?? '')
  return (
    <span className="inline-flex items-center gap-2">
      <select
        className="field !min-h-7 !py-0 text-[0.8125rem]"
        aria-label="Visit next"
        value={chosen}
        onChange={(event) => setTo(event.target.value)}
      >
        {reaches.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
      <button type="button" className="button small" onClick={() => onVisit(chosen)}>
        Connect
      </button>
    </span>
  )
}

function SettingField({
  name,
  freedom,
  components,
  value,
  standard,
  figure,
  each,
  onChange,
}: {
  readonly name: string
  readonly freedom: Freedom
  readonly components: readonly string[]
  /** Undefined when the part's own value holds. */
  readonly value: Setting | undefined
  readonly standard: Setting | undefined
  readonly figure: Figure | undefined
  /** Dollars an hour for each unit. */
  readonly each: number | undefined
  readonly onChange: (value: Setting | undefined) => void
}) {
  const unit = unitOf(name)
  const notes = [
    'least' in freedom ? `${writeQuantity(freedom.least, unit)} to ${writeQuantity(freedom.most, unit)}` : '',
    value !== undefined && standard !== undefined
      ? `without it ${typeof standard === 'number' ? writeQuantity(standard, unit) : String(standard)}`
      : '',
    each === undefined ? '' : writeEach(each),
  ].filter((note) => note !== '')
  const choices = 'among' in freedom ? freedom.among : 'names' in freedom ? components : undefined
  return (
    <div className="setting">
      <label>
        <span>{name}</span>
        {choices !== undefined ? (
          <select
            className="field"
            value={value === undefined ? '' : String(value)}
            onChange={(event) => onChange(choices.find((choice) => String(choice) === event.target.value))}
          >
            <option value="">{standard === undefined ? 'not set' : `${String(standard)} (as given)`}</option>
            {choices.map((choice) => (
              <option key={String(choice)} value={String(choice)}>
                {String(choice)}
              </option>
            ))}
          </select>
        ) : (
          <NumberField unit={unit} freedom={freedom} value={value} standard={standard} onChange={onChange} />
        )}
      </label>
      <p className="setting-notes">
        {notes.join(' · ')}
        {figure !== undefined && (
          <>
            {notes.length > 0 && ' · '}
            <FigureNote figure={figure} />
          </>
        )}
      </p>
    </div>
  )
}

/** A number with its unit; what cannot be read or is out of its range is said, and not taken. */
function NumberField({
  unit,
  freedom,
  value,
  standard,
  onChange,
}: {
  readonly unit: string
  readonly freedom: Freedom
  readonly value: Setting | undefined
  readonly standard: Setting | undefined
  readonly onChange: (value: Setting | undefined) => void
}) {
  const written = value === undefined ? '' : writeSetting(value, unit)
  const [text, setText] = useState(written)
  // What is being typed stays as it is typed: `50` on the way to `50ms`.
  useEffect(() => setText((now) => (readQuantity(now, unit) === readQuantity(written, unit) ? now : written)), [written, unit])
  const read = text.trim() === '' ? undefined : readQuantity(text, unit)
  const wrong = text.trim() === '' ? '' : wrongOf(read, freedom, unit)
  const settle = (now: string) => {
    const number = now.trim() === '' ? undefined : readQuantity(now, unit)
    if (now.trim() !== '' && wrongOf(number, freedom, unit) !== '') return
    if (number !== (typeof value === 'number' ? value : undefined))
      onChange(number === undefined ? undefined : unit === 's' ? writeSetting(number, unit) : number)
  }
  return (
    <>
      <input
        className="field"
        inputMode="decimal"
        value={text}
        placeholder={standard === undefined ? 'not set' : writeSetting(standard, unit)}
        aria-invalid={wrong !== ''}
        onChange={(event) => {
          setText(event.target.value)
          settle(event.target.value)
        }}
      />
      {wrong !== '' && <span className="text-fail">{wrong}</span>}
    </>
  )
}

function wrongOf(number: number | undefined, freedom: Freedom, unit: string): string {
  if (number === undefined) return unit === 's' ? 'A time, e.g. 50ms.' : 'A number, e.g. 20k.'
  if (!('least' in freedom)) return ''
  if (number < freedom.least || number > freedom.most)
    return `${writeQuantity(freedom.least, unit)} to ${writeQuantity(freedom.most, unit)}.`
  return freedom.whole && !Number.isInteger(number) ? 'A whole number.' : ''
}

const GRADES = { A: 'documentation', B: 'benchmark', C: 'secondary', judgement: 'our judgement' } as const

/** Where a number comes from, its range, and how good the source is. */
function FigureNote({ figure: { range, grade, source, url } }: { readonly figure: Figure }) {
  return (
    <span className="figure-note">
      {range !== '' && `(${range}) `}
      <abbr title={GRADES[grade]}>{grade === 'judgement' ? 'judgement' : `grade ${grade}`}</abbr>
      {source !== '' && (
        <>
          {': '}
          {url === '' ? source : <a href={url}>{source}</a>}
        </>
      )}
    </span>
  )
}

/** A field of a component by its name, `model.width` within `model`. */
function fieldOf(component: object | undefined, name: string): Setting | undefined {
  const value = name.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], component)
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? value : undefined
}
