import { completeAnyWord } from '@codemirror/autocomplete'
import { python, pythonLanguage } from '@codemirror/lang-python'
import { PostgreSQL, sql } from '@codemirror/lang-sql'
import { HighlightStyle, indentUnit, type LanguageSupport, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { tags } from '@lezer/highlight'

export type CodeLanguage = 'python' | 'sql'

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier, tags.controlKeyword], color: 'var(--code-keyword)' },
  { tag: [tags.function(tags.variableName), tags.function(tags.definition(tags.variableName)), tags.labelName], color: 'var(--code-name)' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: 'var(--code-number)' },
  { tag: [tags.comment, tags.meta], color: 'var(--code-comment)', fontStyle: 'italic' },
  { tag: [tags.className, tags.typeName, tags.definition(tags.className)], color: 'var(--code-type)' },
  { tag: tags.invalid, color: 'var(--fail)' },
])

/** Grammar, completion (the language's own and every word in the text) and colours. */
export function languageOf(language: CodeLanguage): Extension {
  const support: LanguageSupport = language === 'python' ? python() : sql({ dialect: PostgreSQL, upperCaseKeywords: false })
  const words = (language === 'python' ? pythonLanguage : PostgreSQL.language).data.of({ autocomplete: completeAnyWord })
  return [support, words, indentUnit.of(language === 'python' ? '    ' : '  '), syntaxHighlighting(colours)]
}
