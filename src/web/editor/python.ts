import { pythonLanguage } from '@codemirror/lang-python'
import { indentUnit } from '@codemirror/language'
import type { Extension } from '@codemirror/state'

/** The grammar of Python. */
export const grammar: Extension = [pythonLanguage, indentUnit.of('    ')]
