import type { DerivedEntry } from '../domain/derived.ts'

const SHAPE = /^(?<context>[a-z][a-z0-9]*(?:-[a-z0-9]+)*)~(?<form>fix|predict|recognise)(?:-(?<hash>[0-9a-z]+))?$/

/** What the id of a derived item says; undefined for anything else, an ordinary slug among it. */
export function readDerivedId(
  id: string,
): { readonly context: string; readonly form: DerivedEntry['form']; readonly hash: string | undefined } | undefined {
  const parts = SHAPE.exec(id)?.groups
  const context = parts?.['context']
  const form = parts?.['form'] as DerivedEntry['form'] | undefined
  return context === undefined || form === undefined ? undefined : { context, form, hash: parts?.['hash'] }
}

export function derivedId(context: string, form: DerivedEntry['form'], hash?: string): string {
  return hash === undefined ? `${context}~${form}` : `${context}~${form}-${hash}`
}
