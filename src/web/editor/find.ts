import { highlightSelectionMatches, openSearchPanel, search, searchKeymap } from '@codemirror/search'
import { Prec, StateEffect } from '@codemirror/state'
import { type EditorView, keymap } from '@codemirror/view'

/** Adds find and replace to an editor and opens it. */
export function openFind(view: EditorView): void {
  view.dispatch({
    effects: StateEffect.appendConfig.of([search({ top: true }), highlightSelectionMatches(), Prec.high(keymap.of(searchKeymap))]),
  })
  openSearchPanel(view)
}
