import type { DesignAttempt } from '../../server/design-contract.ts'
import { Moment } from '../control/moment.tsx'
import { writeQuantity } from './quantity.ts'

/** Every graded drawing, newest first; each can be looked at, compared and taken up again. */
export function Attempts({ attempts, onOpen }: { readonly attempts: readonly DesignAttempt[]; readonly onOpen: (id: string) => void }) {
  if (attempts.length === 0) return <p className="text-soft">None yet. Each graded drawing is kept here, to compare with.</p>
  return (
    <ul className="rows">
      {attempts.map(({ id, at, verdict, message, design }) => (
        <li key={id}>
          <button
            type="button"
            className="flex min-h-11 w-full cursor-pointer flex-wrap items-center gap-x-4 gap-y-0.5 px-1 py-2 text-left text-[0.875rem] hover:bg-sunken"
            onClick={() => onOpen(id)}
          >
            <span className={`font-[550] ${verdict === 'passed' ? 'text-pass' : ''}`}>
              {verdict === 'passed' ? 'Passed' : verdict === 'failed' ? 'Not yet' : 'Not graded'}, {design.level}
            </span>
            <span className="text-soft">{writeQuantity(design.cost, '$/h')}</span>
            <span className="ml-auto whitespace-nowrap text-soft">
              <Moment at={at} />
            </span>
            {message !== '' && <span className="w-full text-[0.8125rem] text-soft">{message}</span>}
          </button>
        </li>
      ))}
    </ul>
  )
}
