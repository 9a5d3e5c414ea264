import { ROUND_KINDS, type Round, type RoundKind } from '../../domain/target.ts'
import { ROUND_WORDS } from './words.ts'

/** The rounds of the interview: those usual for the company until they are edited. */
export function Rounds({
  rounds,
  usual,
  onChange,
}: {
  readonly rounds: readonly Round[]
  /** They are those of the company, untouched. */
  readonly usual: boolean
  readonly onChange: (rounds: readonly Round[] | undefined) => void
}) {
  const change = (place: number, round: Partial<Round>) => onChange(rounds.map((old, at) => (at === place ? { ...old, ...round } : old)))
  return (
    <fieldset>
      <legend className="section-title">Rounds</legend>
      <p className="mt-1 mb-3 text-[0.8125rem] text-soft">
        {usual ? 'Usual for such a company. If you know yours, edit them: the weights follow.' : 'As you know them.'}
      </p>
      <ol className="grid gap-2">
        {rounds.map((round, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rounds may be equal, and their place is what they are.
          <li key={place} className="flex flex-wrap items-center gap-2">
            <select
              className="field min-w-0 flex-1"
              aria-label={`Round ${place + 1}`}
              value={round.kind}
              onChange={(event) => change(place, { kind: event.target.value as RoundKind })}
            >
              {ROUND_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {ROUND_WORDS[kind]}
                </option>
              ))}
            </select>
            <label className="flex items-center gap-1.5 text-[0.875rem]">
              <input
                type="number"
                className="field w-20"
                aria-label={`Minutes of round ${place + 1}`}
                min={5}
                max={480}
                step={5}
                value={round.minutes}
                onChange={(event) => change(place, { minutes: Math.min(480, Math.max(5, Math.round(event.target.valueAsNumber || 5))) })}
              />
              min
            </label>
            <button
              type="button"
              className="button small plain"
              aria-label={`Remove round ${place + 1}`}
              disabled={rounds.length === 1}
              onClick={() => onChange(rounds.filter((_, at) => at !== place))}
            >
              Remove
            </button>
          </li>
        ))}
      </ol>
      <div className="mt-3 flex flex-wrap gap-2">
        <button
          type="button"
          className="button small"
          disabled={rounds.length >= 20}
          onClick={() => onChange([...rounds, { kind: 'ml-coding', minutes: 45 }])}
        >
          Add a round
        </button>
        {!usual && (
          <button type="button" className="button small plain" onClick={() => onChange(undefined)}>
            Back to the usual ones
          </button>
        )}
      </div>
    </fieldset>
  )
}
