import type { Grade, Loop } from '../../domain/loop.ts'

const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  'first-hand': 'first-hand or official',
  report: 'a candidate’s report',
  aggregator: 'aggregator or vendor, weak',
  judgement: 'our judgement',
}

/** What the usual rounds rest on: each claim with its source, its date and how good it is. */
export function Claims({ loop }: { readonly loop: Loop }) {
  return (
    <details className="text-[0.8125rem]">
      <summary className="min-h-7 cursor-pointer font-[550]">How do we know?</summary>
      <ul className="mt-2 grid gap-3">
        {loop.claims.map((claim) => (
          <li key={claim.text}>
            <p>{claim.text}</p>
            <p className="mt-0.5 text-soft">
              {claim.source !== '' &&
                (claim.url === undefined ? (
                  `${claim.source}, `
                ) : (
                  <a href={claim.url} rel="noopener noreferrer">
                    {claim.source}
                  </a>
                ))}
              {claim.url !== undefined && ', '}
              {claim.date !== '' && `${claim.date}, `}
              {GRADE_WORDS[claim.grade]}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}
