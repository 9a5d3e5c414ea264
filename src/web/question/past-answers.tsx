import type { AnswerEvent } from '../../domain/event.ts'
import { Moment } from '../control/moment.tsx'

/** What the learner answered before, and how they scored it. */
export function PastAnswers({ answers }: { readonly answers: readonly AnswerEvent[] }) {
  if (answers.length === 0) return null
  return (
    <section aria-labelledby="past" className="mt-10">
      <h2 id="past" className="section-title mb-2">
        Your past answers
      </h2>
      <ul className="rows">
        {answers.map((answer) => (
          <li key={answer.id}>
            <details className="py-2">
              <summary className="min-h-7 cursor-pointer text-[0.875rem]">
                <Moment at={answer.at} /> · {scoreOf(answer)}
              </summary>
              <p className="mt-2 mb-2 max-w-prose whitespace-pre-wrap">{answer.text}</p>
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}

function scoreOf({ scores, points }: AnswerEvent): string {
  const given = scores.filter((score) => score !== null)
  const open = scores.length - given.length
  return `${given.reduce((sum, score) => sum + score, 0)} of ${points} points${open > 0 ? `, ${open} not assessed` : ''}`
}
