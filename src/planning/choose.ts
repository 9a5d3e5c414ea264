import type { CurriculumItem, CurriculumPattern } from '../domain/curriculum.ts'
import type { Novelty } from '../domain/evidence.ts'
import type { Form } from '../domain/item.ts'
import type { PatternMemory } from '../domain/memory.ts'
import type { PlanEntry } from '../domain/plan.ts'
import { isRepeatable, lessonItems } from './supply.ts'

/** What is tried when there is no item as new as wished. */
const INSTEAD: Readonly<Record<Novelty, readonly Novelty[]>> = {
  far: ['far', 'near', 'same'],
  near: ['near', 'far', 'same'],
  same: ['same', 'near', 'far'],
}
/** With so few stories never met, drills leave them to exercises. */
const SCARCE = 2

/**
 * The item for an entry of the plan: as new as it asks, where there is one; among equals the story met longest ago, then the first of
 * the content. Items in `avoid` are left alone, e.g. those that are open or were done today. Undefined where nothing is left.
 */
export function chooseItem(
  pattern: CurriculumPattern,
  memory: PatternMemory | undefined,
  { activity, novelty }: Pick<PlanEntry, 'activity' | 'novelty'>,
  avoid: ReadonlySet<string> = new Set(),
): CurriculumItem | undefined {
  const of = (items: readonly CurriculumItem[]) => items.filter(({ id }) => !avoid.has(id))
  if (activity === 'lesson') return pick(of(lessonItems(pattern)), memory, 'far')
  const items = of(pattern.items.filter((item) => item.activity === activity))
  if (activity === 'drill') {
    const unmet = new Set(pattern.items.filter(({ context }) => !memory?.contexts.has(context)).map(({ context }) => context)).size
    return pick(items, memory, memory !== undefined && unmet <= SCARCE ? 'near' : 'far')
  }
  return pick(items, memory, novelty)
}

/** How often forms come among equals: to write teaches most. */
const FORM_ORDER: readonly Form[] = ['write', 'explain', 'design', 'fix', 'estimate', 'predict', 'recognise']

/** How new an item's context is to somebody with this memory of the pattern. */
export function noveltyFor(item: CurriculumItem, memory: PatternMemory | undefined): Novelty {
  const met = memory?.contexts.get(item.context)
  if (!met) return 'far'
  return met.items.includes(item.id) ? 'same' : 'near'
}

function pick(items: readonly CurriculumItem[], memory: PatternMemory | undefined, wish: Novelty): CurriculumItem | undefined {
  const novelty = new Map(items.map((item) => [item, noveltyFor(item, memory)]))
  const metOf = (form: Form) => items.filter((item) => item.form === form && novelty.get(item) === 'same').length
  const lastMet = ({ context }: CurriculumItem) => memory?.contexts.get(context)?.day ?? Number.NEGATIVE_INFINITY
  // Forms take turns; then the story met longest ago.
  const before = (a: CurriculumItem, b: CurriculumItem) =>
    metOf(a.form) - metOf(b.form) || FORM_ORDER.indexOf(a.form) - FORM_ORDER.indexOf(b.form) || order(lastMet(a), lastMet(b))
  for (const each of INSTEAD[wish]) {
    const found = items.filter((item) => novelty.get(item) === each && (each !== 'same' || isRepeatable(item)))
    if (found.length > 0) return least(found, each === 'same' ? (a, b) => order(lastMet(a), lastMet(b)) : before)
  }
  // Everything is answered: once more what was answered longest ago.
  return least(items, (a, b) => order(lastMet(a), lastMet(b)))
}

/** The first of the least. */
function least(items: readonly CurriculumItem[], compare: (a: CurriculumItem, b: CurriculumItem) => number): CurriculumItem | undefined {
  return items.reduce<CurriculumItem | undefined>((best, item) => (best === undefined || compare(item, best) < 0 ? item : best), undefined)
}

function order(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0
}
