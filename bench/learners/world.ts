/** What is true of a simulated world. None of it is known to a policy, except days, minutes and the weights of the patterns. */
export interface World {
  readonly name: string
  readonly about: string
  readonly days: number
  readonly minutes: number
  /** Spread of the patterns' importance: standard deviation of its logarithm; 0 makes all equal. */
  readonly weightSpread: number
  /** What is left of a trace when one of three attributes of the context differs: 1 means that context does not matter. */
  readonly carry: number
  /** How much of the learning is lost where an item is answered from rote memory. */
  readonly rehearsal: number
  /** Trace that a drill leaves in recognition; an exercise leaves 0.7. */
  readonly drill: number
  /** Share of a drill's pass that is learnt as a trick of the drill itself and helps nowhere else. */
  readonly trick: number
  /** Chance that a day is missed without notice. */
  readonly skip: number
}

const CENTRAL: Omit<World, 'name' | 'about'> = {
  days: 42,
  minutes: 60,
  weightSpread: 1,
  carry: 0.75,
  rehearsal: 0.7,
  drill: 0.42,
  trick: 0,
  skip: 0,
}

export const WORLDS: readonly World[] = [
  { ...CENTRAL, name: 'A', about: 'central: 42 days of 60 minutes' },
  { ...CENTRAL, name: 'B', about: 'every pattern equally important', weightSpread: 0 },
  { ...CENTRAL, name: 'D', about: 'skill is bound to its context', carry: 0.5 },
  { ...CENTRAL, name: 'E', about: '14 days of 120 minutes', days: 14, minutes: 120 },
  { ...CENTRAL, name: 'F', about: '42 days of 30 minutes', minutes: 30 },
  {
    ...CENTRAL,
    name: 'G',
    about: 'adverse: context hardly matters, drills are weak, equal weights',
    weightSpread: 0,
    carry: 0.97,
    rehearsal: 0.2,
    drill: 0.175,
  },
  { ...CENTRAL, name: 'H', about: 'drills mislead: they train a trick of their own', drill: 0.02, trick: 0.8 },
  { ...CENTRAL, name: 'I', about: 'three days in ten are missed without notice', skip: 0.3 },
]

export function getWorld(name: string): World {
  const world = WORLDS.find((each) => each.name === name)
  if (world === undefined) throw new Error(`no world is called ${name}`)
  return world
}
