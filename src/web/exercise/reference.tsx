import { useRouteContext } from '@tanstack/react-router'
import { useState } from 'react'
import type { Reference } from '../../server/contract.ts'
import { Comparison } from '../editor/comparison.tsx'
import type { CodeLanguage } from '../editor/language.ts'
import { Prose } from '../prose/prose.tsx'
import { reasonOf } from '../reason.ts'

/** The reference beside the learner's own code, and why it is as it is. Hidden until it is earned or asked for. */
export function ReferencePanel({
  slug,
  source,
  language,
  reference,
}: {
  readonly slug: string
  readonly source: string
  readonly language: CodeLanguage
  readonly reference: Reference | undefined
}) {
  const api = useRouteContext({ from: '__root__', select: (context) => context.api })
  const [asked, setAsked] = useState<Reference | undefined>(undefined)
  const [problem, setProblem] = useState('')
  // The comparison is with the code as it was when this panel opened, not with each keystroke.
  const [mine] = useState(source)
  const shown = reference ?? asked
  const ask = () => void api.reference(slug).then(setAsked, (error: unknown) => setProblem(reasonOf(error)))
  if (shown === undefined) {
    return (
      <>
        <p>The reference shows by itself once a submission passes.</p>
        <p className="mt-2 text-soft">You may look now. It is noted that you did, so that a later pass is not taken for more than it is.</p>
        <button type="button" className="button mt-4" onClick={ask}>
          Show the reference
        </button>
        {problem !== '' && (
          <p role="alert" className="mt-2 text-[0.875rem] text-fail">
            {problem}
          </p>
        )}
      </>
    )
  }
  return (
    <>
      <h2 className="section-title mb-2">Why it works</h2>
      <Prose html={shown.whyHtml} />
      <h2 className="section-title mt-8 mb-1">From your code to the reference</h2>
      <p className="mb-3 text-[0.875rem] text-soft">Lines with − are yours only, lines with + are the reference’s only.</p>
      <Comparison before={mine} after={shown.source} language={language} label="Difference from your code to the reference" />
    </>
  )
}
