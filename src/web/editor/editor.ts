import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { bracketMatching, foldKeymap, indentOnInput } from '@codemirror/language'
import { EditorState, type Extension, Prec, StateEffect } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view'
import { type CodeLanguage, loadCompletion } from './language.ts'
import { look } from './look.ts'

/** A key of the page's own, e.g. `Mod-Enter`. */
export interface EditorKey {
  readonly key: string
  readonly run: () => void
}

export interface EditorOptions {
  readonly language: CodeLanguage
  /** From `loadGrammar`. */
  readonly grammar: Extension
  /** Says what the text is, for a screen reader. */
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly keys: readonly EditorKey[]
}

/** An editor in `parent`. Tab indents; Escape then Tab leaves it, so it is no trap for the keyboard. */
export function openEditor(parent: HTMLElement, { language, grammar, label, value, onChange, keys }: EditorOptions): EditorView {
  const own = keys.map(({ key, run }) => ({ key, preventDefault: true, run: () => (run(), true) }))
  const extensions = [
    Prec.highest(keymap.of(own)),
    lineNumbers(),
    highlightActiveLineGutter(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    highlightActiveLine(),
    // Code keeps its lines where there is room to scroll; a phone wraps them.
    matchMedia('(max-width: 56rem)').matches ? EditorView.lineWrapping : [],
    EditorState.tabSize.of(4),
    // Once find is loaded its own keys come first.
    keymap.of([{ key: 'Mod-f', run: find, preventDefault: true }, indentWithTab, ...defaultKeymap, ...historyKeymap, ...foldKeymap]),
    grammar,
    look,
    EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', tabindex: '0' }),
    EditorView.updateListener.of((update) => update.docChanged && onChange(update.state.doc.toString())),
  ]
  const view = new EditorView({ parent, state: EditorState.create({ doc: value, extensions }) })
  const onFocus = () => {
    view.contentDOM.removeEventListener('focus', onFocus)
    loadCompletion(language).then(
      (completion) => view.dispatch({ effects: StateEffect.appendConfig.of(completion) }),
      // Without a line there is no completion; the next focus asks again.
      () => view.contentDOM.addEventListener('focus', onFocus),
    )
  }
  view.contentDOM.addEventListener('focus', onFocus)
  return view
}

function find(view: EditorView): boolean {
  void import('./find.ts').then(({ openFind }) => openFind(view))
  return true
}
