import { yamlLanguage } from '@codemirror/lang-yaml'
import { indentUnit } from '@codemirror/language'
import type { Extension } from '@codemirror/state'

/** The grammar of YAML. */
export const grammar: Extension = [yamlLanguage, indentUnit.of('  ')]
