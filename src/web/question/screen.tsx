import { useRouteContext, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { QuestionPage, Reveal } from '../../server/contract.ts'
import { useAttempt } from '../control/use-attempt.ts'
import { DraftBar, DraftPhase } from '../draft/draft-state.tsx'
import { useDraft } from '../draft/use-draft.ts'
import { ItemHeading, PatternNames, Sources } from '../item/heading.tsx'
import { NextLink } from '../item/next-link.tsx'
import { Prose } from '../prose/prose.tsx'
import { useActiveTime } from '../run/active-time.ts'
import { Assessment } from './assessment.tsx'
import { PastAnswers } from './past-answers.tsx'

/** A question: write an answer first, then hold it against the rubric. */
export function QuestionScreen({ page }: { readonly page: QuestionPage }) {
  const api = useRouteContext({ from: '__root__', select: (context) => context.api })
  const router = useRouter()
  const [draft, onDraft] = useDraft(api, page.slug, { text: page.draft?.source ?? '', revision: page.draft?.revision ?? 0 })
  const [reveal, setReveal] = useState<Reveal | undefined>(undefined)
  const [next, setNext] = useState<string | undefined>(undefined)
  const [problem, attempt] = useAttempt()
  const activeMs = useActiveTime()
  const written = draft.text.trim() !== ''
  const words = written ? draft.text.trim().split(/\s+/).length : 0

  const compare = () => attempt(async () => setReveal(await api.reveal(page.slug, draft.text)))
  const save = (scores: readonly (number | null)[]) =>
    attempt(async () => {
      setNext((await api.answer(page.slug, { text: draft.text, scores, activeMs: activeMs() })).next)
      await router.invalidate()
    })
  return (
    <div className="page !max-w-[46rem]">
      <ItemHeading page={page} progress={page.progress} />
      <Prose html={page.statementHtml} />
      <section aria-labelledby="answer" className="mt-8">
        <div className="mb-2 flex items-baseline justify-between gap-4">
          <h2 id="answer" className="section-title">
            Your answer
          </h2>
          <DraftPhase state={draft} />
        </div>
        <DraftBar state={draft} dispatch={onDraft} />
        <textarea
          aria-labelledby="answer"
          className="field min-h-56 w-full resize-y !px-4 !py-3 text-[1rem] leading-relaxed"
          placeholder="Answer as you would out loud: the cause first, then the detail, then what you would do."
          value={draft.text}
          onChange={(event) => onDraft({ type: 'edited', text: event.target.value })}
        />
        <div className="mt-2 flex flex-wrap items-center gap-4">
          <button type="button" className="button primary" disabled={!written} onClick={() => void compare()}>
            {reveal === undefined ? 'Hold it against the rubric' : 'Look again with this text'}
          </button>
          <span className="text-[0.8125rem] text-soft">
            {words} {words === 1 ? 'word' : 'words'}
            {!written && ' · write first: the rubric shows after that'}
          </span>
        </div>
        {problem !== '' && (
          <p role="alert" className="mt-3 text-fail">
            {problem}
          </p>
        )}
      </section>
      {reveal !== undefined && (
        <Assessment reveal={reveal} total={page.points} saved={page.answers.length} onSave={(scores) => void save(scores)} />
      )}
      {next !== undefined && (
        <p className="mt-6">
          <NextLink next={next} />
        </p>
      )}
      <div className="mt-8">
        <PatternNames patterns={page.patterns} />
      </div>
      <PastAnswers answers={page.answers} />
      <Sources sources={page.sources} />
    </div>
  )
}
