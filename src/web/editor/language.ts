import type { Extension } from '@codemirror/state'
import type { Runtime } from '../../domain/runtime.ts'

export type CodeLanguage = 'python' | 'sql' | 'yaml' | 'dockerfile'

const GRAMMARS = {
  python: () => import('./python.ts'),
  sql: () => import('./sql.ts'),
  yaml: () => import('./yaml.ts'),
  dockerfile: () => import('./dockerfile.ts'),
}

const COMPLETIONS = {
  python: () => import('./python-completion.ts'),
  sql: () => import('./sql-completion.ts'),
  yaml: () => import('./yaml-completion.ts'),
  dockerfile: () => import('./dockerfile-completion.ts'),
}

/** What is written for a runtime. */
export function codeLanguageOf(runtime: Runtime): CodeLanguage {
  if (runtime === 'postgres') return 'sql'
  return runtime === 'kubernetes' ? 'yaml' : runtime === 'dockerfile' ? 'dockerfile' : 'python'
}

/** The grammar of a language, each in its own file: a page needs one of them. */
export async function loadGrammar(language: CodeLanguage): Promise<Extension> {
  return (await GRAMMARS[language]()).grammar
}

/** Completion for a language: loaded when someone starts to type. */
export async function loadCompletion(language: CodeLanguage): Promise<Extension> {
  return (await COMPLETIONS[language]()).completion
}
