import { acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap, completeAnyWord, ifNotIn } from '@codemirror/autocomplete'
import type { Language } from '@codemirror/language'
import { type Extension, Prec } from '@codemirror/state'
import { keymap } from '@codemirror/view'

/** Completion while typing, every word of the text included, and brackets that close themselves. `own` is the language's. */
export function completionOf(language: Language, own: readonly Extension[]): Extension {
  return [
    own,
    language.data.of({
      autocomplete: ifNotIn(['Comment', 'LineComment', 'BlockComment', 'String', 'FormatString'], completeAnyWord),
      ifNotIn,
    }),
    autocompletion(),
    closeBrackets(),
    Prec.high(keymap.of([{ key: 'Tab', run: acceptCompletion }, ...closeBracketsKeymap])),
  ]
}
