import { useRouteContext } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Price } from '../../domain/plan.ts'
import type { Prices } from '../../server/study-contract.ts'
import { reasonOf } from '../reason.ts'

/** What another date or other hours would bring, before anything is changed. */
export function PriceTable({ reached }: { readonly reached: number }) {
  const api = useRouteContext({ from: '__root__', select: (context) => context.api })
  const [prices, setPrices] = useState<readonly Price[] | undefined>(undefined)
  const [problem, setProblem] = useState('')
  useEffect(() => {
    let left = false
    api.get<Prices>('/plan/prices').then(
      (answer) => !left && setPrices(answer.prices),
      (error: unknown) => !left && setProblem(reasonOf(error)),
    )
    return () => {
      left = true
    }
    // The plan itself is what the prices are set against.
  }, [api, reached])
  return (
    <section aria-labelledby="prices" className="mt-12 max-w-[46rem]">
      <h2 id="prices" className="section-title mb-1">
        What a change would bring
      </h2>
      <p className="mb-3 text-[0.875rem] text-soft">
        Against the {Math.round(100 * reached)} % of this plan; worked out coarsely, to about a point.
      </p>
      {problem !== '' && (
        <p role="alert" className="text-fail">
          {problem}
        </p>
      )}
      {prices === undefined && problem === '' && (
        <p role="status" className="text-soft">
          Planning each of them …
        </p>
      )}
      <table hidden={prices === undefined} className="w-full text-[0.875rem]">
        <thead>
          <tr className="text-left">
            <th scope="col" className="pb-1 font-[550]">
              Change
            </th>
            <th scope="col" className="pb-1 font-[550]">
              Readiness at the date
            </th>
            <th scope="col" className="pb-1 font-[550]">
              Difference
            </th>
          </tr>
        </thead>
        <tbody className="tabular-nums">
          {(prices ?? []).map(({ change, reached, difference }) => (
            <tr key={`${change.days} ${change.minutesADay}`} className="border-t border-line">
              <td className="py-1.5">{wordsOf(change)}</td>
              <td>{Math.round(100 * reached)} %</td>
              <td>
                {difference < 0 ? '−' : '+'}
                {Math.abs(100 * difference).toFixed(1)} points
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function wordsOf({ days, minutesADay }: Price['change']): string {
  const words = []
  if (days !== 0) words.push(`${Math.abs(days)} days ${days > 0 ? 'later' : 'sooner'}`)
  if (minutesADay !== 0) words.push(`${Math.abs(minutesADay)} minutes ${minutesADay > 0 ? 'more' : 'fewer'} a day`)
  return words.join(', ')
}
