import { useRouteContext } from '@tanstack/react-router'
import { useState } from 'react'
import type { ExercisePage } from '../../server/contract.ts'
import { Prose } from '../prose/prose.tsx'
import { reasonOf } from '../reason.ts'

/** Hints, one at a time: from a nudge to the last step. */
export function Hints({ page }: { readonly page: ExercisePage }) {
  const api = useRouteContext({ from: '__root__', select: (context) => context.api })
  const [hints, setHints] = useState(page.hintsHtml)
  const [problem, setProblem] = useState('')
  if (page.hintCount === 0) return null
  const next = async () => {
    try {
      const { html } = await api.hint(page.slug, hints.length + 1)
      setHints([...hints, html])
      setProblem('')
    } catch (error) {
      setProblem(reasonOf(error))
    }
  }
  return (
    <section aria-labelledby="hints" className="mt-8">
      <h2 id="hints" className="eyebrow mb-2">
        Hints
      </h2>
      <ol className="grid gap-2" aria-live="polite">
        {hints.map((html, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: hints come in order and stay.
          <li key={index} className="rounded-md border border-line bg-surface px-4 py-3 text-[0.9375rem]">
            <Prose html={html} />
          </li>
        ))}
      </ol>
      {hints.length < page.hintCount && (
        <button type="button" className="button small mt-3" onClick={() => void next()}>
          {hints.length === 0 ? 'Show a hint' : 'Show the next hint'} ({hints.length} of {page.hintCount} shown)
        </button>
      )}
      {problem !== '' && (
        <p role="alert" className="mt-2 text-[0.875rem] text-fail">
          {problem}
        </p>
      )}
    </section>
  )
}
