import type { Value } from '../../domain/variants.ts'

/** A recorded value as text or as a table. */
export function ValueText({ value }: { readonly value: Value }) {
  switch (value.kind) {
    case 'value':
      return (
        <span className="min-w-0">
          <code className="font-mono text-[0.875rem] break-words whitespace-pre-wrap">{value.text}</code>
          <span className="ml-3 text-[0.8125rem] text-soft">{value.type}</span>
        </span>
      )
    case 'count':
      return <span>{value.count === 1 ? '1 row' : `${value.count} rows`}</span>
    case 'raises':
      return (
        <span>
          It raises <code className="font-mono text-[0.875rem]">{value.type}</code>
        </span>
      )
    case 'table':
      return (
        <span className="shown-scroll block max-w-full overflow-x-auto">
          <table className="text-[0.8125rem]">
            <thead>
              <tr>
                {value.columns.map((column, place) => (
                  <th key={`${place} ${column}`} scope="col" className="px-2 py-0.5 text-left font-[550]">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="font-mono">
              {value.rows.map((row, place) => (
                <tr key={`${place} ${row.join(' ')}`}>
                  {row.map((cell, column) => (
                    <td key={value.columns[column] ?? column} className="border-t border-line px-2 py-0.5">
                      {cell ?? <span className="text-soft">NULL</span>}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </span>
      )
  }
}
