import { acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { bracketMatching, foldKeymap, indentOnInput } from '@codemirror/language'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { EditorState, type Extension, Prec } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view'
import { type CodeLanguage, languageOf } from './language.ts'
import { look } from './look.ts'

/** A key of the page's own, e.g. `Mod-Enter`. */
export interface EditorKey {
  readonly key: string
  readonly run: () => void
}

export interface EditorOptions {
  readonly language: CodeLanguage
  /** Says what the text is, for a screen reader. */
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly keys: readonly EditorKey[]
}

/** An editor in `parent`. Tab indents; Escape then Tab leaves it, so it is no trap for the keyboard. */
export function openEditor(parent: HTMLElement, { language, label, value, onChange, keys }: EditorOptions): EditorView {
  const own = keys.map(({ key, run }) => ({ key, preventDefault: true, run: () => (run(), true) }))
  return new EditorView({ parent, state: EditorState.create({ doc: value, extensions: [Prec.highest(keymap.of(own)), ...basics()] }) })

  function basics(): Extension[] {
    return [
      lineNumbers(),
      highlightActiveLineGutter(),
      history(),
      drawSelection(),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      autocompletion(),
      highlightActiveLine(),
      highlightSelectionMatches(),
      search({ top: true }),
      EditorView.lineWrapping,
      EditorState.tabSize.of(4),
      keymap.of([
        { key: 'Tab', run: acceptCompletion },
        indentWithTab,
        ...closeBracketsKeymap,
        ...defaultKeymap,
        ...searchKeymap,
        ...historyKeymap,
        ...foldKeymap,
        ...completionKeymap,
      ]),
      languageOf(language),
      look,
      EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
      EditorView.updateListener.of((update) => update.docChanged && onChange(update.state.doc.toString())),
    ]
  }
}
