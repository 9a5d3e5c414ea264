import type { EditorView } from '@codemirror/view'
import { useEffect, useRef, useState } from 'react'
import { type CodeLanguage, loadGrammar } from './language.ts'

/** Two versions of a code as one text with taken away (−) and added (+) lines. */
export function Comparison({
  before,
  after,
  language,
  label,
}: {
  readonly before: string
  readonly after: string
  readonly language: CodeLanguage
  readonly label: string
}) {
  const frame = useRef<HTMLDivElement>(null)
  const [ready, setReady] = useState(false)
  useEffect(() => {
    let view: EditorView | undefined
    let left = false
    void Promise.all([import('./compare.ts'), loadGrammar(language)]).then(([{ openComparison }, grammar]) => {
      if (left || frame.current === null) return
      view = openComparison(frame.current, { before, after, grammar, label })
      setReady(true)
    })
    return () => {
      left = true
      view?.destroy()
    }
  }, [before, after, language, label])
  return (
    <div className="comparison overflow-hidden rounded-lg border border-line">
      <div ref={frame} />
      {!ready && <pre className="editor-waiting">{after}</pre>}
    </div>
  )
}
