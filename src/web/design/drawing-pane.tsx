import { type ReactNode, useMemo, useState } from 'react'
import type { OpenCase } from '../../server/design-contract.ts'
import { edgesOf } from '../../design/edges.ts'
import { DraftPhase } from '../draft/draft-state.tsx'
import type { DraftState } from '../draft/sync.ts'
import { Canvas } from './canvas.tsx'
import { addComponent, connect, place, removeComponent, removeStep, set } from './edits.ts'
import { Inspector } from './inspector.tsx'
import type { Point } from './layout.ts'
import { Palette } from './palette.tsx'
import { pathOf } from './steps.ts'
import type { DrawingState } from './use-drawing.ts'
import { boxesOf, waysOf } from './ways.ts'

const NO_LAYOUT = {}

/** The canvas with its tools, what is chosen on it, and the time slider. */
export function DrawingPane({
  asked,
  state,
  draft,
  selected,
  onSelect,
  onShare,
  timeline,
}: {
  readonly asked: OpenCase
  readonly state: DrawingState
  readonly draft: DraftState
  readonly selected: string | undefined
  readonly onSelect: (name: string | undefined) => void
  readonly onShare: () => void
  readonly timeline: ReactNode
}) {
  const { drawing, edit } = state
  const routes = [...new Set([...Object.keys(asked.workload.classes), ...Object.keys(drawing.routes)])]
  const [wanted, setRoute] = useState(routes[0] ?? '')
  const [fits, setFits] = useState(0)
  const [said, setSaid] = useState('')
  const route = routes.includes(wanted) ? wanted : (routes[0] ?? '')
  const isClass = route in asked.workload.classes
  const ways = useMemo(() => waysOf(drawing, route), [drawing, route])
  const boxes = useMemo(
    () =>
      boxesOf(
        drawing,
        (part) => asked.parts[part],
        (name) => sizeOf(asked, drawing.components[name]),
        route,
      ),
    [asked, drawing, route],
  )
  const kindOf = (name: string) => {
    const part = drawing.components[name]?.part
    return part === undefined ? undefined : asked.parts[part]?.component.kind
  }
  const add = (part: string, at?: Point) => {
    const { name, edits } = addComponent(drawing, part, at)
    edit(edits)
    onSelect(name)
    setSaid(`${name} was added. Connect it, or visit it on a route.`)
  }
  const join = (from: string | undefined, to: string) => {
    edit(connect(drawing, route, from, to, kindOf))
    setSaid(`${to} is visited after ${from ?? 'the client'} on the route of ${route}.`)
  }
  const part = selected === undefined ? undefined : asked.parts[drawing.components[selected]?.part ?? '']
  const isKnown = selected !== undefined && drawing.components[selected] !== undefined
  return (
    <div className="pane">
      <div className="pane-bar">
        <label className="text-[0.8125rem] text-soft">
          Route{' '}
          <select className="field ml-1 !min-h-7 !py-0 text-[0.8125rem]" value={route} onChange={(event) => setRoute(event.target.value)}>
            {routes.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <DraftPhase state={draft} />
        <span className="flex-1" />
        <button
          type="button"
          className="button small plain"
          disabled={state.undo === undefined}
          onClick={() => state.undo?.()}
          aria-keyshortcuts="Control+Z"
        >
          Undo
        </button>
        <button
          type="button"
          className="button small plain"
          disabled={state.redo === undefined}
          onClick={() => state.redo?.()}
          aria-keyshortcuts="Control+Shift+Z"
        >
          Redo
        </button>
        <button
          type="button"
          className="button small plain"
          onClick={() => {
            edit([set(['layout'], undefined)])
            setFits(fits + 1)
          }}
        >
          Arrange
        </button>
        <button
          type="button"
          className="button small plain"
          title="Puts the starter back; Undo takes that back"
          disabled={draft.text === asked.starter}
          onClick={() => {
            state.replace(asked.starter)
            onSelect(undefined)
          }}
        >
          Start over
        </button>
        <button type="button" className="button small plain" onClick={onShare}>
          Share
        </button>
      </div>
      <div className="drawing">
        <div className="canvas-column">
          {state.isReadable ? null : <p className="canvas-note">The text cannot be read as it is: this is the drawing before.</p>}
          <Canvas
            boxes={boxes}
            ways={ways}
            client={isClass ? route : 'clients'}
            layout={drawing.layout ?? NO_LAYOUT}
            selected={selected}
            fits={fits}
            onSelect={onSelect}
            onMove={(places) => edit(places.map(([name, at]) => place(name, at)))}
            onConnect={join}
            onRemove={(names) => {
              const [name] = names
              if (name === undefined) return
              edit(removeComponent(drawing, name))
              onSelect(undefined)
            }}
            onDisconnect={(from, to) => {
              const edge = edgesOf(drawing).findLast((each) => each.route === route && each.from === from && each.to === to)
              if (edge === undefined) setSaid(`That way belongs to another route than ${route}.`)
              else edit(removeStep(drawing, pathOf(edge.where)))
            }}
            onDropPart={add}
          />
          {timeline}
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the keyboard. */}
        <aside className="drawing-aside" aria-label="Parts and settings" tabIndex={0}>
          <p role="status" className="sr-only">
            {said}
          </p>
          <fieldset disabled={!state.isReadable}>
            <legend className="sr-only">{isKnown ? `Settings of ${selected}` : 'Parts'}</legend>
            {isKnown ? (
              <Inspector
                name={selected}
                drawing={drawing}
                part={part}
                reaches={Object.keys(drawing.components).filter((name) => name !== selected)}
                onEdit={edit}
                onVisit={(to) => join(selected, to)}
                onSelect={onSelect}
              />
            ) : (
              <Palette parts={asked.parts} drawing={drawing} onSelect={onSelect} onAdd={(each) => add(each)} />
            )}
          </fieldset>
        </aside>
      </div>
    </div>
  )
}

/** What is most telling of a component's size. */
function sizeOf(
  asked: OpenCase,
  placing: { readonly part: string; readonly settings: Readonly<Record<string, unknown>> } | undefined,
): string {
  if (placing === undefined) return ''
  const component = asked.parts[placing.part]?.component as Readonly<Record<string, unknown>> | undefined
  for (const [key, sign] of SIZES) {
    const value = placing.settings[key] ?? component?.[key]
    if (typeof value === 'number') return `${sign}${value >= 10_000 ? `${Number((value / 1000).toPrecision(3))}k` : value}`
  }
  return ''
}

const SIZES = [
  ['replicas', '× '],
  ['tokens', ''],
  ['capacity', ''],
  ['partitions', '× '],
] as const
