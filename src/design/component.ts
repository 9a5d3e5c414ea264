import type { Setting } from '../domain/case.ts'
import type { Component } from '../domain/component.ts'

type Fields = Readonly<Record<string, unknown>>

/** A component with one field changed; `key` may go deeper: `model.width`. */
export function withSetting(component: Component, key: string, value: Setting): Component {
  return set(component as unknown as Fields, key.split('.'), value) as unknown as Component
}

function set(fields: Fields, [key = '', ...rest]: readonly string[], value: Setting): Fields {
  if (rest.length === 0) return { ...fields, [key]: value }
  const inner = fields[key]
  return { ...fields, [key]: set(typeof inner === 'object' && inner !== null ? (inner as Fields) : {}, rest, value) }
}

/** The number of a field, or undefined. */
export function numberAt(component: Component, key: string): number | undefined {
  const value = key.split('.').reduce<unknown>((inner, step) => (inner as Fields | undefined)?.[step], component)
  return typeof value === 'number' ? value : undefined
}
