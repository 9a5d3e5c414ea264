import type { CaseFault } from '../../domain/case.ts'
import type { Measurement } from '../../domain/measurement.ts'
import { faultWords } from './frames.ts'
import { writeQuantity } from './quantity.ts'
import { type Series, type Span, TimePlot } from './time-plot.tsx'

/** One run to plot, with its name where there are two. */
export interface PlottedRun {
  readonly name: string
  readonly measurement: Measurement
}

/** Latency, outcomes, queues, load and cost of a run over its seconds; of two runs, one beside the other. */
export function RunPlots({
  runs,
  faults,
  at,
}: {
  readonly runs: readonly PlottedRun[]
  readonly faults: readonly CaseFault[]
  readonly at: number | undefined
}) {
  const [first] = runs
  if (first === undefined) return null
  const classes = Object.entries(first.measurement.classes).filter(([, { arrived, windows }]) => arrived > 0 && windows.length > 1)
  const spans: readonly Span[] = faults.map((fault) => ({
    from: fault.at,
    until: fault.until ?? (fault.kind === 'flush' ? fault.at : Number.POSITIVE_INFINITY),
    label: faultWords(fault),
  }))
  // Of two runs the colour says what, and the stroke whose it is.
  const lookOf = (colour: number, run: number) => (runs.length === 1 ? {} : { colour, isBroken: run > 0 })
  const named = (name: string, label: string) => (runs.length === 1 ? label : `${label}, ${name}`)
  const busiest = Object.entries(first.measurement.components)
    .filter(([, { windows }]) => windows.length > 1)
    .toSorted(([, one], [, other]) => other.hottest - one.hottest)
    .slice(0, runs.length === 1 ? 4 : 2)
    .map(([name]) => name)
  const starts = Object.values(first.measurement.components).reduce<readonly number[]>(
    (best, { windows }) => (windows.length > best.length ? windows.map(({ from }) => from) : best),
    [],
  )
  const ofComponents = (read: (window: Measurement['components'][string]['windows'][number]) => number): readonly Series[] =>
    busiest.flatMap((component, colour) =>
      runs.flatMap(({ name, measurement }, run) => {
        const found = measurement.components[component]
        return found === undefined ? [] : [{ label: named(name, component), values: found.windows.map(read), ...lookOf(colour, run) }]
      }),
    )
  return (
    <div className="plots">
      {classes.map(([kind, { windows }]) => {
        const times = windows.map((_, place) => place * first.measurement.window)
        const of = (
          label: string,
          colour: number,
          read: (window: (typeof windows)[number], seconds: number) => number,
        ): readonly Series[] =>
          runs.flatMap(({ name, measurement }, run) => {
            const values = measurement.classes[kind]?.windows.map((each) => read(each, measurement.window))
            return values === undefined ? [] : [{ label: named(name, label), values, ...lookOf(colour, run) }]
          })
        return (
          <div key={kind} className="contents">
            <TimePlot
              title={`Latency of ${kind}`}
              unit="s"
              times={times}
              series={[...of('p99', 0, ({ p99 }) => p99), ...of('p50', 1, ({ p50 }) => p50)]}
              faults={spans}
              at={at}
            />
            <TimePlot
              title={`Outcomes of ${kind}, a second`}
              unit="/s"
              times={times}
              series={[...of('ok', 0, ({ ok }, seconds) => ok / seconds), ...of('failed', 1, ({ failed }, seconds) => failed / seconds)]}
              faults={spans}
              at={at}
            />
          </div>
        )
      })}
      <TimePlot title="Queues" unit="" times={starts} series={ofComponents(({ queue }) => queue)} faults={spans} at={at} />
      <TimePlot
        title="Load of the busiest replica"
        unit="%"
        times={starts}
        series={ofComponents(({ hottest }) => hottest)}
        faults={spans}
        at={at}
      />
      <CostBars runs={runs} />
    </div>
  )
}

/** Who costs what, dollars an hour. */
export function CostBars({ runs }: { readonly runs: readonly PlottedRun[] }) {
  const names = [...new Set(runs.flatMap(({ measurement }) => Object.keys(measurement.components)))]
  const priceOf = ({ measurement }: PlottedRun, name: string) => measurement.components[name]?.price ?? 0
  const priced = names
    .filter((name) => runs.some((run) => priceOf(run, name) > 0))
    .toSorted((one, other) => Math.max(...runs.map((run) => priceOf(run, other))) - Math.max(...runs.map((run) => priceOf(run, one))))
  const most = Math.max(...priced.flatMap((name) => runs.map((run) => priceOf(run, name))), 1e-9)
  if (priced.length === 0) return null
  return (
    <table className="cost-bars">
      <caption className="text-left text-[0.8125rem] font-[550]">Cost by component</caption>
      <thead className={runs.length === 1 ? 'sr-only' : ''}>
        <tr>
          <th scope="col">Component</th>
          {runs.map(({ name }) => (
            <th key={name} scope="col" colSpan={2}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {priced.map((name) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {runs.map((run) => (
              <CostCells key={run.name} dollars={priceOf(run, name)} share={priceOf(run, name) / most} />
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">all</th>
          {runs.map(({ name, measurement }) => (
            <td key={name} colSpan={2} className="text-right tabular-nums">
              {writeQuantity(measurement.cost, '$/h')}
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  )
}

function CostCells({ dollars, share }: { readonly dollars: number; readonly share: number }) {
  return (
    <>
      <td className="cost-bar">
        <span aria-hidden="true" style={{ width: `${100 * share}%` }} />
      </td>
      <td className="text-right whitespace-nowrap tabular-nums">{writeQuantity(dollars, '$/h')}</td>
    </>
  )
}
