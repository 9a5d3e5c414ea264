import { useRouteContext } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { AttemptPage, AttemptSummary } from '../../server/contract.ts'
import { Dialog } from '../control/dialog.tsx'
import { Moment } from '../control/moment.tsx'
import { Comparison } from '../editor/comparison.tsx'
import type { CodeLanguage } from '../editor/language.ts'
import { reasonOf } from '../reason.ts'
import { Output } from '../run/outcome.tsx'
import { CheckList } from './checks.tsx'
import { VERDICT_WORDS } from './verdict-words.ts'

/** Every run and submission of an item, newest first; each can be looked at, compared and taken up again. */
export function AttemptList({
  slug,
  source,
  language,
  onOpen,
}: {
  readonly slug: string
  readonly source: string
  readonly language: CodeLanguage
  readonly onOpen: (source: string) => void
}) {
  const api = useRouteContext({ from: '__root__', select: (context) => context.api })
  const [attempts, setAttempts] = useState<readonly AttemptSummary[] | undefined>(undefined)
  const [opened, setOpened] = useState<AttemptPage | undefined>(undefined)
  const [problem, setProblem] = useState('')
  useEffect(() => {
    let left = false
    api.attempts(slug).then(
      (answer) => !left && setAttempts(answer.attempts),
      (error: unknown) => setProblem(reasonOf(error)),
    )
    return () => {
      left = true
    }
  }, [api, slug])
  return (
    <>
      <h2 className="section-title mb-3">Attempts</h2>
      {problem !== '' && <p role="alert">{problem}</p>}
      {attempts?.length === 0 && <p className="text-soft">None yet. Each run and each submission is kept here.</p>}
      <ul className={attempts === undefined || attempts.length === 0 ? '' : 'rows'}>
        {attempts?.map((attempt) => (
          <li key={attempt.id}>
            <button
              type="button"
              className="flex min-h-11 w-full cursor-pointer flex-wrap items-center gap-x-4 gap-y-0.5 px-1 py-2 text-left text-[0.875rem] hover:bg-sunken"
              onClick={() => void api.attempt(attempt.id).then(setOpened, (error: unknown) => setProblem(reasonOf(error)))}
            >
              <span className={`min-w-32 flex-1 font-[550] ${attempt.verdict === 'passed' ? 'text-pass' : ''}`}>
                {attempt.mode === 'submit' ? 'Submitted' : 'Run'}: {VERDICT_WORDS[attempt.verdict].short}
              </span>
              <span className="text-soft">
                {attempt.passed} of {attempt.checks} checks
              </span>
              <span className="w-32 text-right whitespace-nowrap text-soft">
                <Moment at={attempt.at} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {opened !== undefined && (
        <Dialog title="An earlier attempt" wide onClose={() => setOpened(undefined)}>
          <p className="mb-4 text-[0.875rem] text-soft">
            <Moment at={opened.at} /> · {opened.mode === 'submit' ? 'submitted' : 'run'} · {VERDICT_WORDS[opened.verdict].short}
            {opened.message !== '' && `: ${opened.message}`}
          </p>
          <h3 className="eyebrow mb-2">From this attempt to your code now</h3>
          {opened.source === source ? (
            <p>They are the same.</p>
          ) : (
            <Comparison before={opened.source} after={source} language={language} label="Difference from this attempt to your code now" />
          )}
          <button
            type="button"
            className="button mt-4"
            onClick={() => {
              onOpen(opened.source)
              setOpened(undefined)
            }}
          >
            Put this attempt into the editor
          </button>
          <h3 className="eyebrow mt-6 mb-2">Its checks</h3>
          <CheckList checks={opened.results} />
          {opened.stdout !== '' && (
            <div className="mt-4">
              <Output text={opened.stdout} truncated={false} />
            </div>
          )}
        </Dialog>
      )}
    </>
  )
}
