import type { Extension } from '@codemirror/state'

export type CodeLanguage = 'python' | 'sql' | 'yaml'

const GRAMMARS = { python: () => import('./python.ts'), sql: () => import('./sql.ts'), yaml: () => import('./yaml.ts') }

const COMPLETIONS = {
  python: () => import('./python-completion.ts'),
  sql: () => import('./sql-completion.ts'),
  yaml: () => import('./yaml-completion.ts'),
}

/** The grammar of a language, each in its own file: a page needs one of them. */
export async function loadGrammar(language: CodeLanguage): Promise<Extension> {
  return (await GRAMMARS[language]()).grammar
}

/** Completion for a language: loaded when someone starts to type. */
export async function loadCompletion(language: CodeLanguage): Promise<Extension> {
  return (await COMPLETIONS[language]()).completion
}
