import type { Extension } from '@codemirror/state'

export type CodeLanguage = 'python' | 'sql'

/** The grammar of a language, each in its own file: a page needs one of them. */
export async function loadGrammar(language: CodeLanguage): Promise<Extension> {
  return (language === 'python' ? await import('./python.ts') : await import('./sql.ts')).grammar
}

/** Completion for a language: loaded when someone starts to type. */
export async function loadCompletion(language: CodeLanguage): Promise<Extension> {
  return (language === 'python' ? await import('./python-completion.ts') : await import('./sql-completion.ts')).completion
}
