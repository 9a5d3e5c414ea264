import type { Case, Drawing, Part } from '../domain/case.ts'

/** What of a case its drawings are held against. */
export type Ground = Pick<Case, 'parts' | 'duties' | 'workload' | 'jobs' | 'lost'>

/** The part that a component is made of. */
export function partOf(parts: Case['parts'], drawing: Drawing, component: string): Part | undefined {
  const placing = Object.hasOwn(drawing.components, component) ? drawing.components[component] : undefined
  return placing !== undefined && Object.hasOwn(parts, placing.part) ? parts[placing.part] : undefined
}
