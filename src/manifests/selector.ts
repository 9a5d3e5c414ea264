import type { Selector } from './kubernetes-kinds.ts'

/** Whether a selector takes pods with these labels. */
export function selects({ matchLabels, matchExpressions }: Selector, labels: ReadonlyMap<string, string>): boolean {
  return (
    [...matchLabels].every(([key, value]) => labels.get(key) === value) &&
    matchExpressions.every(({ key, operator, values }) => {
      const value = labels.get(key)
      if (operator === 'In') return value !== undefined && values.includes(value)
      if (operator === 'NotIn') return value === undefined || !values.includes(value)
      return operator === 'Exists' ? value !== undefined : value === undefined
    })
  )
}

export function isEmpty({ matchLabels, matchExpressions }: Selector): boolean {
  return matchLabels.size === 0 && matchExpressions.length === 0
}
