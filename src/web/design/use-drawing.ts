import { useEffect, useMemo, useRef, useState } from 'react'
import type { Drawing } from '../../domain/case.ts'
import { assemble } from '../../design/assemble.ts'
import { readDrawing, withLines } from '../../design/drawing.ts'
import { type Edit, editDrawing } from '../../design/edit-drawing.ts'
import type { Flaw } from '../../design/flaw.ts'
import type { OpenCase } from '../../server/design-contract.ts'
import { type History, NO_HISTORY, redo, remember, undo } from './history.ts'

export interface DrawingState {
  /** The last drawing that could be read: what the canvas shows, also while the text is broken. */
  readonly drawing: Drawing
  /** What stands against running it. */
  readonly flaws: readonly Flaw[]
  /** The text can be read: forms and canvas may change it. */
  readonly isReadable: boolean
  readonly edit: (edits: readonly Edit[]) => void
  /** Puts another text in its place. */
  readonly replace: (text: string) => void
  readonly type: (text: string) => void
  /** Undefined when there is nothing to take back, or again. */
  readonly undo: (() => void) | undefined
  readonly redo: (() => void) | undefined
}

const EMPTY: Drawing = { components: {}, routes: {}, policies: {}, jobs: {}, layout: {} }
/** Keystrokes that follow each other faster are one step of undoing, ms. */
const JOINED_MS = 1200

/** A drawing as one text: typing, forms and canvas all change that, so each shows what the other did, and one undo takes back either. */
export function useDrawing(asked: OpenCase, text: string, onText: (text: string) => void): DrawingState {
  const [history, setHistory] = useState<History>(NO_HISTORY)
  const last = useRef({ what: '', at: 0 })
  const latest = useRef(text)
  latest.current = text
  const read = useMemo(() => {
    const { drawing, problems, lines } = readDrawing(text)
    return { drawing, problems: drawing === undefined ? problems : withLines(assemble(asked, drawing).problems, lines) }
  }, [asked, text])
  const shown = useRef(EMPTY)
  if (read.drawing !== undefined) shown.current = read.drawing

  const change = (next: string, what: string) => {
    const before = latest.current
    if (next === before) return
    const now = performance.now()
    const joined = what !== '' && last.current.what === what && now - last.current.at < JOINED_MS
    last.current = { what, at: now }
    setHistory((history) => remember(history, before, joined))
    latest.current = next
    onText(next)
  }
  const take = (step: readonly [string, History] | undefined) => {
    if (step === undefined) return undefined
    return () => {
      last.current = { what: '', at: 0 }
      setHistory(step[1])
      onText(step[0])
    }
  }
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'z') return
      // Fields and the editor take back their own.
      if (event.target instanceof Element && event.target.closest('input, textarea, .cm-editor, dialog') !== null) return
      const step = event.shiftKey ? redo(history, latest.current) : undo(history, latest.current)
      if (step === undefined) return
      event.preventDefault()
      setHistory(step[1])
      onText(step[0])
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [history, onText])
  return {
    drawing: shown.current,
    flaws: read.problems,
    isReadable: read.drawing !== undefined,
    edit: (edits) =>
      edits.length > 0 && change(editDrawing(latest.current, edits), edits.map(({ type, path }) => `${type} ${path.join('.')}`).join()),
    replace: (next) => change(next, ''),
    type: (next) => change(next, 'typed'),
    undo: take(undo(history, text)),
    redo: take(redo(history, text)),
  }
}
