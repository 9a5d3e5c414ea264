import type { Comparison } from '../../validation/compare.ts'
import record from '../../validation/record.json' with { type: 'json' }
import { Deviation } from './deviation.tsx'
import { percentOff, type Recorded } from './recorded.ts'
import { type Fresh, useFresh } from './use-fresh.ts'

const ROWS: readonly Recorded[] = record.rows
const EXACT = ROWS.filter(({ within }) => within === undefined)
const FAMILIES = [...new Set(ROWS.map(({ family }) => family))]
const MODELS = new Set(ROWS.map(({ model }) => model)).size

/** Why a simulated verdict may be believed: every formula and figure that the simulator is held against, and a run of all of them here. */
export function ValidationScreen() {
  const { fresh, start, stop } = useFresh(MODELS)
  const here = new Map(fresh.rows.map((row) => [`${row.model}: ${row.what}`, row]))
  return (
    <div className="page !max-w-[60rem]">
      <h1 className="page-title">Can the simulator be believed?</h1>
      <p className="mt-4 max-w-[42rem] text-[1.0625rem] leading-relaxed">
        Designs are graded by a simulation, so it is held against queues whose truth is known: {EXACT.length} values with an exact formula,
        from Erlang to Daly.{' '}
        <strong>
          {EXACT.filter(({ holds }) => holds).length} of {EXACT.length}
        </strong>{' '}
        lie inside the simulation’s 99 % interval. Its seeds were written down before the first run, and every change of the engine runs
        them again.
      </p>
      <p className="mt-3 max-w-[42rem] text-soft">
        Seeds can be lucky. So run all {MODELS} models here, in your browser, with seeds nobody chose. The intervals are then wider, so that
        all of them together are wrong once in a hundred such reports. It takes about half a minute.
      </p>
      <FreshBar fresh={fresh} start={start} stop={stop} />
      {fresh.rows.length > 0 && <p className="mt-2 text-[0.875rem] text-soft">Green are the recorded runs, blue are yours.</p>}
      {FAMILIES.map((family) => (
        <Family key={family} name={family} rows={ROWS.filter((row) => row.family === family)} here={here} />
      ))}
      <section aria-labelledby="published" className="mt-10">
        <h2 id="published" className="section-title mb-2">
          Published measurements
        </h2>
        <p className="mb-3 max-w-[42rem] text-soft">
          Llama 3.1 8B on an A100, 1,024 tokens in and 128 out, against a sweep over vLLM at johnmusgrave.com. Bandwidth, compute and memory
          are the data sheet’s; the aim is 15 %.
        </p>
        <ul className="rows">
          {record.published.map(({ what, published, simulated }) => (
            <li key={what} className="flex flex-wrap justify-between gap-x-6 py-2">
              <span>{what}</span>
              <span className="tabular-nums">
                published {published}, simulated {short(simulated)} <span className="text-soft">({percentOff(simulated, published)})</span>
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="not" className="mt-10 max-w-[42rem]">
        <h2 id="not" className="section-title mb-2">
          What this does not show
        </h2>
        <p>
          Formulas prove the mechanics: queues, retries, caches, quorums. They do not prove that a part’s figures are yours: those have a
          source, a grade and a range beside them in each case, and hidden runs vary the load by 15 %. Left out are packets, garbage
          collection, operating systems, and the time it takes to notice that a replica is gone.
        </p>
      </section>
    </div>
  )
}

function FreshBar({ fresh, start, stop }: { readonly fresh: Fresh; readonly start: () => void; readonly stop: () => void }) {
  const exact = fresh.rows.filter(({ within }) => within === undefined)
  const inside = exact.filter(({ holds }) => holds).length
  const isRunning = fresh.phase === 'running'
  return (
    <div className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-2">
      <button type="button" className={isRunning ? 'button' : 'button primary'} onClick={isRunning ? stop : start}>
        {isRunning ? 'Stop' : fresh.phase === 'idle' ? 'Run them here' : 'Run them with other seeds'}
      </button>
      {isRunning && <progress className="fresh-progress" max={MODELS} value={fresh.done} aria-label="Models that are run" />}
      <p role="status" className="text-[0.875rem] tabular-nums">
        {fresh.phase === 'failed' && 'The simulation could not be loaded. Reload the page and try again.'}
        {isRunning && `${fresh.done} of ${MODELS} models`}
        {fresh.phase === 'stopped' && `Stopped after ${fresh.done} of ${MODELS} models: `}
        {(fresh.phase === 'done' || fresh.phase === 'stopped') &&
          `${inside} of ${exact.length} exact values inside, first seed ${fresh.seed}.`}
      </p>
    </div>
  )
}

function Family({
  name,
  rows,
  here,
}: {
  readonly name: string
  readonly rows: readonly Recorded[]
  readonly here: ReadonlyMap<string, Comparison>
}) {
  const id = name.toLowerCase().replaceAll(/[^a-z]+/g, '-')
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id} className="section-title mb-2">
        {name}
      </h2>
      <table className="forms">
        <thead>
          <tr>
            <th scope="col">Model</th>
            <th scope="col">Formula</th>
            <th scope="col">Simulated</th>
            <th scope="col">Off by, drawn from −15 to 15 %</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Row
              key={`${row.model}: ${row.what}`}
              row={row}
              isFirst={rows[at - 1]?.model !== row.model}
              fresh={here.get(`${row.model}: ${row.what}`)}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ row, isFirst, fresh }: { readonly row: Recorded; readonly isFirst: boolean; readonly fresh: Comparison | undefined }) {
  return (
    <tr className={isFirst ? 'first' : ''}>
      <th scope="row">
        {isFirst ? (
          <>
            <span className="font-[550]">{row.model}</span>: {row.what}
            <span className="block text-[0.75rem] text-soft">{row.source}</span>
          </>
        ) : (
          <>
            <span className="sr-only">{row.model}: </span>
            {row.what}
          </>
        )}
      </th>
      <td>{short(row.exact)}</td>
      <td>
        {short(row.mean)} <span className="whitespace-nowrap text-soft">± {row.halfWidth.toPrecision(2)}</span>
      </td>
      <td>
        <Deviation row={row} />
        {fresh !== undefined && <Deviation row={fresh} isFresh />}
      </td>
    </tr>
  )
}

function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}
