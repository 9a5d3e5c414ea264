import type { EditorView } from '@codemirror/view'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { LineProblem } from './diagnostics.ts'
import type { EditorKey } from './editor.ts'
import { spans } from '../shown/marking.ts'
import { type CodeLanguage, loadGrammar } from './language.ts'

const NO_KEYS: readonly EditorKey[] = []
const NO_PROBLEMS: readonly LineProblem[] = []

/** The editor, loaded when it is needed; until then the code is shown as it is. */
export function CodeEditor({
  language,
  label,
  value,
  onChange,
  keys = NO_KEYS,
  problems = NO_PROBLEMS,
  place,
  focusAtOnce = false,
}: {
  readonly language: CodeLanguage
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly keys?: readonly EditorKey[]
  /** Shown at their lines. */
  readonly problems?: readonly LineProblem[]
  /** A line, from 1, that the cursor goes to; again with each new object. */
  readonly place?: { readonly line: number } | undefined
  readonly focusAtOnce?: boolean
}) {
  const frame = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | undefined>(undefined)
  const [phase, setPhase] = useState<'loading' | 'ready' | 'missing'>('loading')
  // What was typed and has not come back as `value` yet, and what came back last: a late rendering must never undo a newer keystroke.
  const typed = useRef<string[]>([])
  const returned = useRef(value)
  const marked = useRef(false)

  // The editor outlives many renderings: it calls what the last of them gave.
  const changed = useEffectEvent((text: string) => {
    typed.current.push(text)
    onChange(text)
  })
  const press = useEffectEvent((index: number) => keys[index]?.run())
  const given = useEffectEvent(() => ({ value, keys: keys.map(({ key }, index) => ({ key, run: () => press(index) })) }))

  useEffect(() => {
    let left = false
    Promise.all([import('./editor.ts'), loadGrammar(language)]).then(
      ([{ openEditor }, grammar]) => {
        if (left || frame.current === null) return
        view.current = openEditor(frame.current, {
          language,
          grammar,
          label,
          ...given(),
          onChange: changed,
        })
        setPhase('ready')
        if (focusAtOnce) view.current.focus()
      },
      () => setPhase('missing'),
    )
    return () => {
      left = true
      view.current?.destroy()
      view.current = undefined
    }
  }, [language, label, focusAtOnce])

  // A text that came from elsewhere: another tab, an attempt, the starter.
  useEffect(() => {
    const place = typed.current.lastIndexOf(value)
    const known = place >= 0 || value === returned.current
    returned.current = value
    typed.current = known ? typed.current.slice(place + 1) : []
    if (known || view.current === undefined) return
    const { state } = view.current
    const now = state.doc.toString()
    if (now !== value) view.current.dispatch({ changes: changeOf(now, value) })
  }, [value])

  useEffect(() => {
    if (phase !== 'ready' || (problems.length === 0 && !marked.current)) return
    let left = false
    marked.current = true
    void import('./diagnostics.ts').then(({ showProblems }) => {
      if (!left && view.current !== undefined) showProblems(view.current, problems)
    })
    return () => {
      left = true
    }
  }, [phase, problems])

  useEffect(() => {
    const editor = view.current
    if (phase !== 'ready' || place === undefined || editor === undefined) return
    const { from } = editor.state.doc.line(Math.min(Math.max(place.line, 1), editor.state.doc.lines))
    editor.dispatch({ selection: { anchor: from }, scrollIntoView: true })
    editor.focus()
  }, [phase, place])

  return (
    <>
      <div ref={frame} hidden={phase !== 'ready'} className="min-h-0" />
      {phase === 'loading' && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the keyboard.
        <pre className="editor-waiting" tabIndex={0} aria-label={label}>
          {value}
        </pre>
      )}
      {phase === 'missing' && (
        <textarea
          className="editor-waiting w-full resize-none bg-surface font-mono"
          aria-label={label}
          value={value}
          spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </>
  )
}

/** What turns one text into another, without what they share at start and end: the cursor and what is folded stay. */
function changeOf(before: string, after: string): { readonly from: number; readonly to: number; readonly insert: string } {
  const [whole] = spans(before, after)
  const from = whole.before.length
  const to = before.length - whole.after.length
  return { from, to, insert: after.slice(from, after.length - whole.after.length) }
}
