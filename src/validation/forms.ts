import { APPROXIMATIONS } from './approximations.ts'
import type { ClosedForm } from './closed-form.ts'
import { NETWORKS } from './networks.ts'
import { ORDERS } from './orders.ts'
import { QUEUES } from './queues.ts'
import { STORES } from './stores.ts'

/** Chosen before the first run, and never changed for a result: replication r of model m has seed FIRST_SEED + 1000 m + r. */
const FIRST_SEED = 20_261_122

/** Of the models that came later, written down before their first run as FIRST_SEED was for the others. */
const LATER_SEED = 20_261_124

/** A form, and the seed of its first replication. */
export interface Registered {
  /** Under which heading it is told. */
  readonly family: string
  readonly form: ClosedForm
  readonly seed: number
}

type Family = readonly [name: string, forms: readonly ClosedForm[]]

/** A place in these lists decides a form's seed: new ones go to the end. */
const FIRST: readonly Family[] = [
  ['One queue', QUEUES],
  ['Clients, networks, shards', NETWORKS],
  ['Caches, copies, logs', STORES],
  ['Where the formula is itself an approximation', APPROXIMATIONS],
]
const LATER: readonly Family[] = [['Orders, tokens, quorums, effects', ORDERS]]

function registered(families: readonly Family[], seed: number): readonly Registered[] {
  return families
    .flatMap(([family, forms]) => forms.map((form) => ({ family, form })))
    .map((each, at) => ({ ...each, seed: seed + 1000 * at }))
}

export const FORMS: readonly Registered[] = [...registered(FIRST, FIRST_SEED), ...registered(LATER, LATER_SEED)]
