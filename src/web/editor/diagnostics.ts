import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint'
import { StateEffect } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'

/** What is wrong with a line of the text, and what mends it. */
export interface LineProblem {
  /** From 1. */
  readonly line: number
  readonly message: string
}

const prepared = new WeakSet<EditorView>()

/** Marks the lines that something is wrong with, in the gutter and under the text; F8 goes from one to the next. */
export function showProblems(view: EditorView, problems: readonly LineProblem[]): void {
  if (!prepared.has(view)) {
    prepared.add(view)
    view.dispatch({ effects: StateEffect.appendConfig.of(lintGutter()) })
  }
  const { doc } = view.state
  const diagnostics: readonly Diagnostic[] = problems.map(({ line, message }) => {
    const { from, to } = doc.line(Math.min(Math.max(line, 1), doc.lines))
    return { from, to, severity: 'error', message }
  })
  view.dispatch(setDiagnostics(view.state, diagnostics))
}
