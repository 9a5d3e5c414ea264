import { type ReactNode, useState } from 'react'
import type { Edit, Path } from '../../design/edit-drawing.ts'
import type { Drawing } from '../../domain/case.ts'
import type { Step } from '../../domain/design.ts'
import { after, moveStep, removeStep, set } from './edits.ts'
import { readQuantity, writeSetting } from './quantity.ts'
import { branchesOf, type Field, fieldsOf, visited, wordsOf } from './steps.ts'

type KindOf = (name: string) => string | undefined

interface Tools {
  readonly drawing: Drawing
  readonly kindOf: KindOf
  readonly onEdit: (edits: readonly Edit[]) => void
}

/** A route as a list of steps within steps: all that can be drawn, and what cannot: policies, fan-outs, fallbacks. */
export function Outline({ route, title, ...tools }: Tools & { readonly route: string; readonly title: string }) {
  const steps = tools.drawing.routes[route] ?? []
  const path = ['routes', route]
  return (
    <section aria-label={`Route of ${title}`} className="route-outline">
      {steps.length === 0 && <p className="mb-2 text-[0.875rem] text-soft">Nothing yet: add what {title} does first.</p>}
      <StepList steps={steps} path={path} tools={tools} />
      <AddStep
        tools={tools}
        label={`Add a step at the end of ${title}`}
        onAdd={(step) =>
          tools.onEdit([steps.length === 0 ? set(path, [step]) : { type: 'insert', path: [...path, steps.length], value: step }])
        }
      />
    </section>
  )
}

function StepList({ steps, path, tools }: { readonly steps: readonly Step[]; readonly path: Path; readonly tools: Tools }) {
  return (
    <ol className="route-steps">
      {steps.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step has no identity but its place.
        <StepRow key={at} step={step} path={[...path, at]} last={steps.length - 1} tools={tools} />
      ))}
    </ol>
  )
}

function StepRow({ step, path, last, tools }: { readonly step: Step; readonly path: Path; readonly last: number; readonly tools: Tools }) {
  const { drawing, kindOf, onEdit } = tools
  const at = Number(path.at(-1))
  const words = wordsOf(step)
  const kind = kindOf(visited(step) ?? '')
  const branches = branchesOf(step, path)
  const has = (key: string) => branches.some((branch) => branch.path.at(-1) === key)
  const inner = (key: string, first: Step) => [
    typeof step === 'string' ? set(path, { at: step, [key]: [first] }) : set([...path, key], [first]),
  ]
  const policies = Object.keys(drawing.policies)
  const fields = typeof step === 'string' ? fieldsOf({ at: step }, path) : fieldsOf(step, path)
  return (
    <li>
      <details className="step">
        <summary>
          <span className="font-mono text-[0.8125rem]">{words}</span>
          {kind !== undefined && <span className="text-[0.75rem] text-soft">{kind}</span>}
        </summary>
        <div className="step-tools">
          {fields.map((field) => (
            <StepField
              key={field.path.join('.')}
              field={field}
              drawing={drawing}
              onChange={(value) =>
                onEdit(
                  typeof step === 'string'
                    ? value === undefined
                      ? []
                      : [set(path, { at: step, [String(field.path.at(-1))]: value })]
                    : [set(field.path, value)],
                )
              }
            />
          ))}
          <div className="flex flex-wrap gap-1.5">
            <Tool label="Up" about={words} disabled={at === 0} onClick={() => onEdit(moveStep(drawing, path, -1))} />
            <Tool label="Down" about={words} disabled={at === last} onClick={() => onEdit(moveStep(drawing, path, 1))} />
            {!(typeof step === 'object' && 'call' in step) && (
              <Tool
                label="By a policy"
                about={words}
                onClick={() =>
                  onEdit([
                    ...(policies.length === 0 ? [set(['policies', 'policy'], { timeout: '100ms' })] : []),
                    set(path, { call: [step], policy: policies[0] ?? 'policy' }),
                  ])
                }
              />
            )}
            {typeof step === 'object' && 'call' in step && !has('else') && (
              <Tool label="Add a fallback" about={words} onClick={() => onEdit([set([...path, 'else'], [{ mark: 'fallback' }])])} />
            )}
            {typeof step === 'object' && ('call' in step || 'apart' in step) && (
              <Tool label="Unwrap" about={words} onClick={() => onEdit(unwrap(step, path))} />
            )}
            <Tool label="Remove" about={words} onClick={() => onEdit(removeStep(drawing, path))} />
          </div>
          {kind === 'cache' && !has('miss') && (
            <AddStep tools={tools} label={`On a miss of ${words}`} onAdd={(first) => onEdit(inner('miss', first))} />
          )}
          {kind === 'pool' && !has('hold') && (
            <AddStep tools={tools} label={`While ${words} is held`} onAdd={(first) => onEdit(inner('hold', first))} />
          )}
          <AddStep
            tools={tools}
            label={`Add a step after ${words}`}
            onAdd={(next) => onEdit([{ type: 'insert', path: after(path), value: next }])}
          />
        </div>
      </details>
      {branches.map((branch) => (
        <div key={branch.path.join('.')} className="branch">
          <p className="branch-title">{branch.title}</p>
          <StepList steps={branch.steps} path={branch.path} tools={tools} />
        </div>
      ))}
    </li>
  )
}

function Tool({
  label,
  about,
  disabled = false,
  onClick,
}: {
  readonly label: string
  readonly about: string
  readonly disabled?: boolean
  readonly onClick: () => void
}) {
  return (
    <button type="button" className="button small" aria-label={`${label}: ${about}`} disabled={disabled} onClick={onClick}>
      {label}
    </button>
  )
}

/** Steps other than a visit, as they begin. */
const SHAPES: Readonly<Record<string, (name: string, policy: string) => Step>> = {
  'call by a policy': (name, policy) => ({ call: [name], policy }),
  'fan-out: many at once': (name) => ({ each: [name], count: 10 }),
  'in parallel': (name) => ({ all: [[name], [name]] }),
  'apart: do not wait': (name) => ({ apart: [name] }),
  'by chance': (name) => ({
    choose: [
      { share: 0.5, steps: [name] },
      { share: 0.5, steps: [] },
    ],
  }),
  'again, by chance': (name) => ({ again: [name], probability: 0.1 }),
  'try, or else': (name) => ({ try: [name], else: [{ mark: 'fallback' }] }),
  'count as': () => ({ mark: 'fallback' }),
  'quality of the answer': () => ({ quality: 0.9 }),
  refresh: (name) => ({ refresh: name }),
  fail: () => ({ fail: 'rejected' }),
}

function AddStep({
  tools: { drawing, onEdit },
  label,
  onAdd,
}: {
  readonly tools: Tools
  readonly label: string
  readonly onAdd: (step: Step) => void
}): ReactNode {
  const names = Object.keys(drawing.components)
  const [chosen, setChosen] = useState('')
  const first = names[0]
  if (first === undefined) return null
  const value = chosen === '' || (!names.includes(chosen) && SHAPES[chosen] === undefined) ? first : chosen
  const add = () => {
    const shape = SHAPES[value]
    const policy = Object.keys(drawing.policies)[0]
    if (shape !== undefined && value.startsWith('call') && policy === undefined) onEdit([set(['policies', 'policy'], { timeout: '100ms' })])
    onAdd(shape === undefined ? value : shape(first, policy ?? 'policy'))
  }
  return (
    <div className="add-step">
      <select className="field" aria-label={label} value={value} onChange={(event) => setChosen(event.target.value)}>
        <optgroup label="Visit">
          {names.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </optgroup>
        <optgroup label="Or">
          {Object.keys(SHAPES).map((name) => (
            <option key={name}>{name}</option>
          ))}
        </optgroup>
      </select>
      <button type="button" className="button small" aria-label={label} onClick={add}>
        Add
      </button>
      <span className="text-[0.75rem] text-soft" aria-hidden="true">
        {label}
      </span>
    </div>
  )
}

function StepField({
  field,
  drawing,
  onChange,
}: {
  readonly field: Field
  readonly drawing: Drawing
  readonly onChange: (value: unknown) => void
}) {
  const { type, label, value, required } = field
  const [text, setText] = useState(value === undefined ? '' : writeSetting(value, type === 'time' ? 's' : ''))
  const choices = type === 'policy' ? Object.keys(drawing.policies) : type === 'component' ? Object.keys(drawing.components) : undefined
  if (type === 'write' || type === 'flag') {
    return (
      <label className="step-field">
        {label}
        <select
          className="field"
          value={String(value ?? false)}
          onChange={({ target }) => onChange(target.value === 'false' ? undefined : target.value === 'true' ? true : target.value)}
        >
          <option value="false">no</option>
          <option value="true">yes</option>
          {type === 'write' && <option value="around">elsewhere: this is not told</option>}
        </select>
      </label>
    )
  }
  if (choices !== undefined) {
    return (
      <label className="step-field">
        {label}
        <select className="field" value={String(value)} onChange={({ target }) => onChange(target.value)}>
          {choices.includes(String(value)) ? null : <option>{String(value)}</option>}
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      </label>
    )
  }
  const read = (now: string) => (type === 'text' ? now : readQuantity(now, type === 'time' ? 's' : ''))
  const settle = () => {
    if (text.trim() === '') return required ? undefined : onChange(undefined)
    const now = read(text)
    if (now === undefined || now === value) return undefined
    return onChange(type === 'time' && typeof now === 'number' ? writeSetting(now, 's') : now)
  }
  return (
    <label className="step-field">
      {label}
      <input
        className="field"
        value={text}
        placeholder={required ? '' : 'not set'}
        aria-invalid={text.trim() !== '' && read(text) === undefined}
        onChange={({ target }) => setText(target.value)}
        onBlur={settle}
        onKeyDown={(event) => event.key === 'Enter' && settle()}
      />
    </label>
  )
}

/** The steps of a call or of what is done apart, in place of it. */
function unwrap(step: Step, path: Path): readonly Edit[] {
  const inner = branchesOf(step, path)[0]?.steps ?? []
  return [{ type: 'remove', path }, ...inner.toReversed().map((each) => ({ type: 'insert', path, value: each }) as const)]
}
