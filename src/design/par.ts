import type { Case, Drawing, Freedom, Part, Setting } from '../domain/case.ts'
import { costOf } from './cost.ts'
import { seedFor } from './seed.ts'
import { objectivesIn } from './sight.ts'
import { ask, Ledger, type Stages } from './stages.ts'
import { built, type Sample } from './trial.ts'
import { marginOf } from './verdict.ts'
import { verdicts } from './verdicts.ts'
import { writeDrawing } from './write-drawing.ts'

/** Events that the search may take; the reference is judged whatever it takes. */
const BUDGET = 60_000_000
/** Nothing is looked for below this share of a number. */
const FINEST = 0.02
/** An objective that one run at the greatest load misses by this much (of the logarithm) is not run again. */
const CLEARLY = 0.1
/** Where nearly everything that fails does. */
const HARDEST = 1.15

export interface Found {
  /** Dollars an hour, and the drawing. */
  readonly dollars: number
  readonly drawing: string
  /** Drawings that were tried, and runs. */
  readonly drawings: number
  readonly runs: number
}

/**
 * The cheapest drawing that passes at *senior*, as far as a search finds one: from each drawing given (the first is known to pass), one free number after the other
 * is made as small as it goes by halving the step, the dearest component first, until nothing gives. What passes for cheaper is then held against other seeds.
 * Undefined where not even the first passes.
 */
export function* par(aCase: Case, texts: readonly string[], seed: number): Stages<Found | undefined> {
  const ledger = new Ledger()
  const { scenarios } = aCase.levels.senior
  const tried = new Map<string, Attempt>()
  /** From dear to cheap. */
  const passing: { readonly text: string; readonly dollars: number }[] = []

  for (const [at, text] of texts.entries()) {
    // The first is known to pass, if only with all its replicates.
    const start = at === 0 ? yield* costly(text) : yield* tryOut(text, Number.POSITIVE_INFINITY)
    if (typeof start === 'string') continue
    if (at === 0) passing.push({ text, dollars: start })
    let [best, { drawing }]: [number, { readonly drawing: Drawing }] = [start, built(aCase, text)]
    for (let gained = true; gained; ) {
      gained = false
      for (const place of placesIn(aCase, drawing)) {
        const smaller: Cheaper | undefined = yield* shrink(drawing, place, best)
        if (smaller === undefined) continue
        ;({ drawing, dollars: best } = smaller)
        gained = true
      }
    }
  }

  passing.sort((x, y) => x.dollars - y.dollars)
  for (const { text } of passing) {
    const again = { case: aCase, text, scenarios, seed: seedFor(seed, 'again', 0), extra: [], whole: false, hasty: text !== texts[0] }
    const { cells, objectives } = yield* verdicts(again, ledger)
    if (!objectives.every(({ outcome }) => outcome === 'met')) continue
    const { dollars } = costOf(cells[0]?.samples ?? [], 0, 0)
    return { dollars, drawing: text, drawings: tried.size, runs: ledger.done }
  }
  return undefined

  /** Takes steps down, half as long after each that fails. */
  function* shrink(from: Drawing, place: Place, most: number): Stages<Cheaper | undefined> {
    const { least, whole } = place
    let found: Cheaper | undefined
    let { value } = place
    for (let step = (value - least) / 2; step >= (whole ? 0.5 : FINEST * value); ) {
      if (ledger.events > BUDGET) break
      const next = Math.max(least, whole ? Math.floor(value - step) : Number((value - step).toPrecision(3)))
      if (next >= value) break
      const drawing = withValue(from, place, next)
      const dollars: Attempt = yield* tryOut(writeDrawing(drawing), found?.dollars ?? most)
      if (typeof dollars === 'number') {
        found = { drawing, dollars }
        value = next
        if (value === least) break
      } else if (dollars === 'no cheaper') break
      else step /= 2
    }
    return found
  }

  /** Dollars an hour at the load that was told, of one run. */
  function* costly(text: string): Stages<number> {
    const told = { text, scenario: scenarios[0] ?? '', load: 1, seed: seedFor(seed, 'run', 0), readings: [], whole: false }
    return (yield* ask(ledger, [told]))[0]?.cost ?? Number.POSITIVE_INFINITY
  }

  /** What a drawing costs, if it costs less than that and passes. */
  function* tryOut(text: string, most: number): Stages<Attempt> {
    const known = tried.get(text)
    if (typeof known === 'number' && known >= most) return 'no cheaper'
    if (known !== undefined) return known
    const attempt: Attempt = yield* judged(text, most)
    tried.set(text, attempt)
    if (typeof attempt === 'number') passing.push({ text, dollars: attempt })
    return attempt
  }

  function* judged(text: string, most: number): Stages<Attempt> {
    try {
      built(aCase, text)
    } catch {
      return 'fails'
    }
    // One run of each scenario where it is hardest tells most of those that fail, and the first what it costs.
    for (const some of [scenarios.slice(0, 1), scenarios.slice(1)]) {
      const first = some.map((scenario) => ({
        text,
        scenario,
        load: HARDEST,
        seed: seedFor(seed, 'run', 0),
        readings: objectivesIn(aCase, scenario),
        whole: false,
      }))
      const samples: readonly Sample[] = yield* ask(ledger, first)
      const clearly = samples.some(({ sights, stopped }, at) => {
        const slos = first[at]?.readings ?? []
        return stopped || slos.some((slo, place) => marginOf(slo, sights[place]?.value ?? Number.NaN) < -CLEARLY)
      })
      if (some[0] === scenarios[0] && (samples[0]?.cost ?? 0) >= most * (1 - 1e-6)) return 'no cheaper'
      if (clearly) return 'fails'
    }
    // Less load is seldom harder; what comes out in the end is held at all loads.
    const { objectives } = yield* verdicts(
      { case: aCase, text, scenarios, seed, loads: [HARDEST], extra: [], whole: false, hasty: true },
      ledger,
    )
    if (objectives.some(({ outcome }) => outcome !== 'met')) return 'fails'
    const dollars: number = yield* costly(text)
    return dollars < most * (1 - 1e-6) ? dollars : 'no cheaper'
  }
}

/** Dollars an hour of a drawing that passes, or why it is no use. */
type Attempt = number | 'fails' | 'no cheaper'

interface Cheaper {
  readonly drawing: Drawing
  readonly dollars: number
}

/** A free number of a component. */
interface Place {
  readonly component: string
  readonly key: string
  readonly value: number
  readonly least: number
  readonly whole: boolean
}

/** Free numbers of all components, in the order of the drawing. */
function placesIn({ parts }: Pick<Case, 'parts'>, { components }: Drawing): readonly Place[] {
  return Object.entries(components).flatMap(([component, { part: name, settings }]) => {
    const part = parts[name]
    if (part === undefined) return []
    return Object.entries(part.free).flatMap(([key, freedom]) => {
      const value = settings[key] ?? ownOf(part, key)
      if (!isRange(freedom) || typeof value !== 'number' || value <= freedom.least) return []
      return [{ component, key, value, least: freedom.least, whole: freedom.whole }]
    })
  })
}

function isRange(freedom: Freedom): freedom is Extract<Freedom, { readonly least: number }> {
  return 'least' in freedom
}

/** What the part's component has where nothing is set. */
function ownOf({ component }: Part, key: string): unknown {
  return key.split('.').reduce<unknown>((inner, step) => (inner as Readonly<Record<string, unknown>> | undefined)?.[step], component)
}

function withValue(drawing: Drawing, { component, key }: Place, value: Setting): Drawing {
  const placing = drawing.components[component]
  if (placing === undefined) return drawing
  return { ...drawing, components: { ...drawing.components, [component]: { ...placing, settings: { ...placing.settings, [key]: value } } } }
}
