import type { EstimatePage } from '../../server/estimation-contract.ts'
import { Moment } from '../control/moment.tsx'

/** How near it was before, with other numbers. */
export function Record({ record }: Pick<EstimatePage, 'record'>) {
  if (record.length === 0) return null
  return (
    <section aria-labelledby="past" className="mt-10">
      <h2 id="past" className="section-title mb-2">
        Your past draws
      </h2>
      <ul className="rows">
        {record.map(({ at, score, passed }) => (
          <li key={at} className="py-2 text-[0.875rem]">
            <Moment at={at} /> · {score.toFixed(2)} of 1{passed ? ', passed' : ''}
          </li>
        ))}
      </ul>
    </section>
  )
}
