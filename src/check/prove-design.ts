import type { Problem } from '../content/problem.ts'
import { costOf } from '../design/cost.ts'
import { par, type Found } from '../design/par.ts'
import { sightsOf, type Verdicts, verdicts } from '../design/verdicts.ts'
import { Ledger, type Stages } from '../design/stages.ts'
import { judge, marginOf } from '../design/verdict.ts'
import { worths } from '../design/worth.ts'
import type { Case, Condition, WrongDrawing } from '../domain/case.ts'
import type { Objective } from '../domain/report.ts'
import type { DesignProof, ProvedDrawing } from './design-proof.ts'

export interface DesignProving {
  /** Undefined when there are problems. */
  readonly proof: DesignProof | undefined
  readonly problems: readonly Problem[]
}

/** Where a wrong design is held: what it misses it misses at some load. */
const LOADS = [1, 1.15]

/**
 * Proves a design case by simulation: the reference meets every objective, the others that are right those of *senior*, all of them within their cost of the
 * cheapest drawing that a search finds; each wrong one clearly misses the objectives that it names, and shows the reason that it gives; the starter does not pass.
 */
export function* proveDesign(
  item: Case,
  { name, seed, versions }: { readonly name: string; readonly seed: number; readonly versions: Pick<DesignProof, 'engine' | 'verdict'> },
): Stages<DesignProving> {
  const ledger = new Ledger()
  const problems: Problem[] = []
  const { senior } = item.levels
  const everywhere = [...new Set(Object.values(item.levels).flatMap(({ scenarios }) => scenarios))]
  const judged = (text: string, scenarios: readonly string[]) =>
    verdicts({ case: item, text, scenarios, seed, extra: [], whole: false, hasty: false }, ledger)

  const reference = yield* judged(item.reference, everywhere)
  problems.push(...notMet(`${name}/reference.yml`, reference.objectives))
  // Without a reference there is no par, and the rest would speak of nothing.
  if (problems.length > 0) return { proof: undefined, problems }

  const right: { readonly file: string; readonly seen: Verdicts }[] = []
  for (const { file, source } of item.right) {
    const seen = yield* judged(source, senior.scenarios)
    problems.push(...notMet(`${name}/right/${file}`, seen.objectives))
    right.push({ file: `right/${file}`, seen })
  }
  const found = yield* par(item, [item.reference, ...item.right.map(({ source }) => source)], seed)
  if (found === undefined) {
    problems.push({
      where: `${name}/reference.yml`,
      what: 'Meets its objectives with one seed, but not with another.',
      fix: 'Give it more room.',
    })
    return { proof: undefined, problems }
  }
  const drawings: ProvedDrawing[] = []
  for (const { file, seen } of [{ file: 'reference.yml', seen: reference }, ...right]) {
    const bar = file === 'reference.yml' ? Math.min(...Object.values(item.levels).map(({ cost }) => cost)) : senior.cost
    problems.push(...tooDear(`${name}/${file}`, seen, found, bar))
    drawings.push(recordOf(file, seen))
  }
  for (const wrong of item.wrong) {
    const { seen, problems: escapes } = yield* proveWrong(item, wrong, { name, seed, found }, ledger)
    problems.push(...escapes)
    drawings.push(recordOf(`wrong/${wrong.file}`, seen))
  }
  const { intro } = item.levels
  const start = yield* verdicts(
    { case: item, text: item.starter, scenarios: intro.scenarios, seed, extra: [], whole: false, hasty: true },
    ledger,
  )
  drawings.push(recordOf('starter.yml', start))
  if (start.objectives.every(({ outcome }) => outcome === 'met') && dollarsOf(start) <= found.dollars * intro.cost) {
    problems.push({ where: `${name}/starter.yml`, what: 'Already passes at *intro*.', fix: 'Take out of it what the learner is to find.' })
  }
  const worth = yield* worths(item, found.drawing, seed, ledger)
  const { dollars, drawing, drawings: tried, runs } = found
  const proof = { hash: item.hash, ...versions, par: { dollars, drawing }, search: { drawings: tried, runs }, worths: [...worth], drawings }
  return { proof: problems.length > 0 ? undefined : proof, problems }
}

function* proveWrong(
  item: Case,
  { file, source, misses, shows }: WrongDrawing,
  { name, seed, found }: { readonly name: string; readonly seed: number; readonly found: Found },
  ledger: Ledger,
): Stages<{ readonly seen: Verdicts; readonly problems: readonly Problem[] }> {
  const where = `${name}/wrong/${file}`
  const { senior } = item.levels
  const held = item.slos.filter((slo) => misses.includes(slo.name)).map(({ scenario }) => scenario)
  const first = senior.scenarios.slice(0, misses.includes('cost') ? 1 : 0)
  const scenarios = [...new Set([...first, ...held, ...shows.map(({ scenario }) => scenario)])]
  const seen = yield* verdicts(
    { case: item, text: source, scenarios, seed, loads: LOADS, extra: shows, whole: false, hasty: false },
    ledger,
  )
  const problems = misses.flatMap((missed): readonly Problem[] => {
    if (missed === 'cost') {
      if (dollarsOf(seen) > found.dollars * senior.cost) return []
      const what = `Does not miss its cost: ${money(dollarsOf(seen))} an hour, ${money(found.dollars * senior.cost)} are allowed at *senior*.`
      return [{ where: `${where}:1`, what, fix: 'Make it dearer, or name an objective that it misses.' }]
    }
    const objective = seen.objectives.find(({ name: known }) => known === missed)
    if (objective === undefined || objective.outcome === 'missed') return []
    const others = seen.objectives.filter(({ outcome }) => outcome === 'missed').map(({ name: known }) => `"${known}"`)
    const fix =
      others.length > 0
        ? `It misses ${others.join(', ')}: name one of these, or change the design or the case.`
        : 'Change the design or the case until it misses it clearly.'
    return [{ where: `${where}:1`, what: `Does not clearly miss "${missed}". ${sayObjective(objective)}`, fix }]
  })
  return { seen, problems: [...problems, ...shows.flatMap((condition) => notShown(where, condition, seen))] }
}

function notShown(where: string, condition: Condition, { cells }: Verdicts): readonly Problem[] {
  const cell = cells.find(({ extra }) => extra.includes(condition))
  const { interval } = judge(condition, cell === undefined ? [] : sightsOf(condition, cell))
  if (marginOf(condition, interval.mean) >= 0) return []
  const { metric, least, most } = condition
  const limit = [least === undefined ? [] : [`at least ${least}`], most === undefined ? [] : [`at most ${most}`]].flat().join(' and ')
  const what = `Does not show its reason: ${metric} in "${condition.scenario}" is ${number(interval.mean)}, not ${limit}.`
  return [
    {
      where: `${where}:2`,
      what,
      fix: 'It fails for another reason: find that out (`onsite simulate`), and mend the condition or the design.',
    },
  ]
}

function notMet(where: string, objectives: readonly Objective[]): readonly Problem[] {
  return objectives
    .filter(({ outcome }) => outcome !== 'met')
    .map((objective) => ({
      where,
      what: `${objective.outcome === 'missed' ? 'Misses' : 'Comes too near to'} "${objective.name}". ${sayObjective(objective)}`,
      fix:
        objective.outcome === 'missed'
          ? 'Mend the drawing or the objective.'
          : 'Give it more room, move the limit, or let more requests come: a share needs 8.5 / (1 − limit) of them in 12 runs.',
    }))
}

function tooDear(where: string, seen: Verdicts, found: Found, bar: number): readonly Problem[] {
  const dollars = dollarsOf(seen)
  if (dollars <= found.dollars * bar * (1 + 1e-9)) return []
  const what = `Costs ${money(dollars)} an hour, ${(dollars / found.dollars).toFixed(2)} times the cheapest that was found to pass (${money(found.dollars)}); ${bar} times are allowed. That is:\n${found.drawing.trimEnd()}`
  return [{ where, what, fix: 'Make it cheaper (start from that drawing), or raise `cost` of the level.' }]
}

function dollarsOf({ cells }: Verdicts): number {
  return costOf(cells.find(({ load }) => load === 1)?.samples ?? [], 0, 0).dollars
}

function recordOf(file: string, seen: Verdicts): ProvedDrawing {
  const named = (outcome: string) => seen.objectives.filter((objective) => objective.outcome === outcome).map(({ name }) => name)
  return { file, dollars: dollarsOf(seen), met: named('met'), missed: named('missed'), marginal: named('marginal') }
}

function sayObjective({ condition: { metric, least, most }, loads }: Objective): string {
  const limit = [least === undefined ? [] : [`at least ${least}`], most === undefined ? [] : [`at most ${most}`]].flat().join(' and ')
  const seen = loads.map(
    ({ load, interval: { mean, low, high, replicates }, outcome }) =>
      `× ${load}: ${number(mean)} (${number(low)} to ${number(high)}, ${replicates} runs), ${outcome}`,
  )
  return `${metric} must be ${limit}.\n${seen.join('\n')}`
}

function number(value: number): string {
  return Number.isNaN(value) ? 'not seen' : String(Number(value.toPrecision(value > 0.99 && value < 1 ? 7 : 4)))
}

function money(dollars: number): string {
  return `$${dollars.toFixed(2)}`
}
