import type { Difference, Shown } from '../../domain/shown.ts'
import { Curve } from './curve.tsx'
import { describe, type Grid, gridOf, type Span } from './marking.ts'

/** A value as a person sees it. */
export function ShownValue({
  shown,
  marked,
  span,
  caption,
}: {
  readonly shown: Shown
  /** `[row, column]` of cells that differ. */
  readonly marked?: Difference['cells']
  /** Where a text differs. */
  readonly span?: Span
  /** Said before what the value is, e.g. `Expected`. */
  readonly caption?: string
}) {
  const grid = gridOf(shown, marked)
  return (
    <figure className="shown">
      <figcaption className="mb-1.5 text-[0.8125rem] text-soft">
        {caption !== undefined && <span className="mr-2 font-semibold text-ink">{caption}</span>}
        <span className="font-mono">{describe(shown)}</span>
      </figcaption>
      {shown.kind === 'array' && shown.curve !== undefined && <Curve lines={[{ label: caption ?? 'value', values: shown.curve }]} />}
      {grid !== undefined ? <ValueGrid grid={grid} label={`${caption ?? 'Value'}: ${describe(shown)}`} /> : null}
      {shown.kind === 'text' && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the keyboard.
        <pre className="value-text" tabIndex={0} aria-label={caption ?? 'Value'}>
          {span === undefined || span.middle === '' ? (
            shown.text
          ) : (
            <>
              {span.before}
              <mark>{span.middle}</mark>
              {span.after}
            </>
          )}
        </pre>
      )}
      {shown.truncated && <p className="mt-1 text-[0.8125rem] text-soft">Only the first part is shown.</p>}
    </figure>
  )
}

function ValueGrid({ grid, label }: { readonly grid: Grid; readonly label: string }) {
  const named = grid.index.length > 0
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the keyboard.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would say that there are fields.
    <div className="value-scroll w-fit" tabIndex={0} role="group" aria-label={label}>
      <table className="value-grid">
        {grid.columns.length > 0 && (
          <thead>
            <tr>
              {named && <td />}
              {grid.columns.map(({ name, dtype, numeric }, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no identity but their place.
                <th key={column} scope="col" className={numeric ? undefined : 'words'}>
                  {name}
                  <span className="dtype">{dtype}</span>
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {grid.rows.map((row, r) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place.
            <tr key={r}>
              {named && <th scope="row">{grid.index[r]}</th>}
              {row.map((cell, c) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity but their place.
                <td key={c} className={`${cell.differs ? 'differs' : ''} ${grid.columns[c]?.numeric === false ? 'words' : ''}`}>
                  {cell.text ?? <span className="missing">{grid.columns.length > 0 && !named ? 'NULL' : 'missing'}</span>}
                  {cell.differs && <span className="sr-only"> differs</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
