import { type Case, type Duty, type Freedom, type Part, type Reading, type Scenario, type Setting } from '../domain/case.ts'
import { FINDINGS } from '../domain/report.ts'
import { LEVELS } from '../domain/target.ts'
import { COMPONENTS, FAULTS, WORKLOAD } from '../simulation/shapes.ts'
import { type Problem, shaped } from '../simulation/shape.ts'
import { fieldAt, withField } from './field.ts'
import { metricFlaw } from './metric.ts'
import { nameFlaw } from './scan.ts'
import { suggest } from './nearest.ts'
import { mergedWorkload } from './scenario.ts'

/** What `case.yml` says. */
export type CaseBody = Pick<
  Case,
  'cells' | 'parts' | 'duties' | 'workload' | 'jobs' | 'lost' | 'scenarios' | 'slos' | 'levels' | 'asks' | 'estimates' | 'followUps'
>

/** What is wrong with a case, each with the path in `case.yml`: shapes that the engine refuses, names that name nothing. */
export function caseFlaws(body: CaseBody): readonly Problem[] {
  const shapes = [
    ...Object.entries(body.parts).flatMap(([name, part]) => partFlaws(name, part)),
    ...shaped(body.workload, WORKLOAD, 'workload'),
    ...Object.entries(body.scenarios).flatMap(([name, scenario]) => faultShapes(name, scenario)),
  ]
  if (shapes.length > 0) return shapes
  return [
    ...body.duties.flatMap((duty, at) => dutyFlaws(body, duty, `duties[${at}]`)),
    ...Object.keys(body.workload.classes).flatMap((name) => idleFlaws(body, name)),
    ...Object.entries(body.parts).flatMap(([name, part]) => duringFlaws(body, name, part)),
    ...workloadFlaws(body),
    ...Object.entries(body.scenarios).flatMap(([name, scenario]) => scenarioFlaws(body, name, scenario)),
    ...body.slos.flatMap((slo, at) => readingFlaws(body, slo, `slos[${at}]`)),
    ...sloFlaws(body),
    ...levelFlaws(body),
    ...askFlaws(body),
    ...body.estimates.flatMap(({ truth }, at) => ('reading' in truth ? readingFlaws(body, truth.reading, `estimates[${at}].reading`) : [])),
    ...followUpFlaws(body),
  ]
}

function flaw(where: string, cause: string, remedy: string): Problem {
  return { where, cause, remedy }
}

function missing(where: string, name: string, what: string, known: readonly string[]): readonly Problem[] {
  return known.includes(name) ? [] : [flaw(where, `there is no ${what} "${name}"`, suggest(name, known))]
}

/** What must be held must be something that a hold brings. */
function duringFlaws({ parts }: CaseBody, name: string, { during }: Part): readonly Problem[] {
  const held = Object.values(parts).flatMap(({ component, provides }) => (component.kind === 'pool' ? Object.keys(provides) : []))
  return Object.keys(during).flatMap((fact) => missing(`parts.${name}.during`, fact, 'pool that provides', held))
}

function partFlaws(name: string, part: Part): readonly Problem[] {
  const where = `parts.${name}`
  const cause = nameFlaw(name)
  const broken = [
    ...(cause === undefined ? [] : [flaw(where, cause, 'Begin with a letter; then letters, digits, - and _, 40 at most.')]),
    ...(part.title === '' ? [flaw(where, 'it has no title', 'Add title: ...')] : []),
    ...(part.about === '' ? [flaw(where, 'nothing is said about it', 'Add about: one sentence.')] : []),
    ...(part.quality >= 0 && part.quality <= 1 ? [] : [flaw(`${where}.quality`, 'not from 0 to 1', 'Give the share that is left.')]),
    ...shaped(part.component, COMPONENTS, `${where}.component`),
  ]
  if (broken.length > 0) return broken
  const { component, free } = part
  return [
    ...Object.entries(free).flatMap(([key, freedom]) => freedomFlaws(part, key, freedom, `${where}.free.${key}`)),
    ...Object.keys(part.each).flatMap((key) => {
      const place = `${where}.each.${key}`
      if (key === 'replicas') return [flaw(place, 'the price counts for each replica already', 'Put it into component.price.')]
      const isNumber = typeof fieldAt(component, key) === 'number' || (Object.hasOwn(free, key) && 'least' in (free[key] as Freedom))
      return isNumber ? [] : [flaw(place, `"${key}" is no number of this component`, `Known are ${Object.keys(component).join(', ')}.`)]
    }),
    ...Object.entries(part.figures).flatMap(([key, { grade, source }]) =>
      grade !== 'judgement' && source === ''
        ? [flaw(`${where}.figures.${key}`, 'it has no source', 'Name it, or grade it as judgement.')]
        : [],
    ),
  ]
}

/** A freedom is right when the engine takes both ends of it. */
function freedomFlaws(part: Part, key: string, freedom: Freedom, where: string): readonly Problem[] {
  if (key === 'once') {
    return part.effect === undefined ? [flaw(where, 'nothing happens here that could happen once', 'Add effect: <name> to the part.')] : []
  }
  if (key === 'work') {
    return 'least' in freedom && freedom.least > 0 && freedom.least < freedom.most ? [] : [flaw(where, 'no range', 'Give [least, most].')]
  }
  if ('names' in freedom)
    return typeof fieldAt(part.component, key) === 'string' ? [] : [flaw(where, `"${key}" names nothing`, 'Remove it.')]
  if ('least' in freedom && freedom.least >= freedom.most) return [flaw(where, 'the range is empty', 'Give [least, most].')]
  const ends: readonly Setting[] = 'among' in freedom ? freedom.among : [freedom.least, freedom.most]
  const given = fieldAt(part.component, key)
  const isWithin =
    given === undefined ||
    ('among' in freedom
      ? freedom.among.includes(given as Setting)
      : typeof given === 'number' && given >= freedom.least && given <= freedom.most)
  return [
    ...ends.flatMap((end) => shaped(withField(part.component, key, end), COMPONENTS, '').map((each) => ({ ...each, where }))).slice(0, 1),
    ...(isWithin ? [] : [flaw(where, `what the component has (${JSON.stringify(given)}) is not within`, 'Mend the range or the default.')]),
    ...('whole' in freedom && freedom.whole && !Number.isInteger(freedom.least) ? [flaw(where, 'not whole', 'Give whole numbers.')] : []),
  ]
}

function dutyFlaws({ parts, workload, slos }: CaseBody, duty: Duty, where: string): readonly Problem[] {
  const facts = Object.values(parts).flatMap(({ provides, stores }) => [...Object.keys(provides), ...Object.keys(stores)])
  const isHeld = (mark: string) =>
    slos.some((slo) => slo.class === duty.class && (slo.metric === `mark:${mark}` || (mark === 'partial' && slo.metric === 'quality')))
  return [
    ...missing(`${where}.class`, duty.class, 'class', Object.keys(workload.classes)),
    ...missing(`${where}.fact`, duty.fact, 'part that provides or stores', facts),
    ...duty.except.flatMap((mark, at) =>
      isHeld(mark)
        ? []
        : [
            flaw(
              `${where}.except[${at}]`,
              `no objective limits "${mark}": every answer could have it`,
              `Add an objective of mark:${mark}.`,
            ),
          ],
    ),
  ]
}

/** A class that owes nothing could be answered by doing nothing, at no cost and in no time. */
function idleFlaws({ duties }: CaseBody, name: string): readonly Problem[] {
  if (duties.some((duty) => duty.class === name)) return []
  const remedy = 'Add a duty: what its work brings or stores.'
  return [flaw(`workload.classes.${name}`, 'no duty: a route that does nothing would do', remedy)]
}

function workloadFlaws({ workload, jobs }: CaseBody): readonly Problem[] {
  return [
    ...(workload.warmUp >= workload.seconds ? [flaw('workload.warmUp', 'nothing is left to measure', 'Make it shorter.')] : []),
    ...Object.keys(workload.classes).flatMap((name) => {
      const cause = nameFlaw(name)
      return cause === undefined ? [] : [flaw(`workload.classes.${name}`, cause, 'Begin with a letter; then letters, digits, - and _.')]
    }),
    ...Object.entries(jobs).flatMap(([name, { least, most }]) => {
      const where = `jobs.${name}`
      const arrivals = Object.hasOwn(workload.classes, name) ? workload.classes[name]?.arrivals : undefined
      if (arrivals?.kind !== 'every') return [flaw(where, 'no class that arrives `every` so often', 'Name such a class of the workload.')]
      if (!(least > 0 && least < most)) return [flaw(where, 'the range is empty', 'Give [least, most].')]
      return arrivals.seconds >= least && arrivals.seconds <= most
        ? []
        : [flaw(where, 'the period of the workload is not within', 'Mend one of them.')]
    }),
  ]
}

function faultShapes(name: string, { faults }: Scenario): readonly Problem[] {
  return faults.flatMap((fault, at) => shaped(fault, FAULTS, `scenarios.${name}.faults[${at}]`))
}

function scenarioFlaws({ workload, parts, levels }: CaseBody, name: string, scenario: Scenario): readonly Problem[] {
  const where = `scenarios.${name}`
  const changed = mergedWorkload(workload, scenario.workload)
  const shape = shaped(changed, WORKLOAD, `${where}.workload`)
  if (shape.length > 0) return shape
  const isUsed = LEVELS.some((level) => levels[level].scenarios.includes(name))
  return [
    ...(isUsed ? [] : [flaw(where, 'no level has this scenario', 'Name it in levels, or remove it.')]),
    ...(changed.warmUp >= changed.seconds ? [flaw(`${where}.workload`, 'nothing is left to measure', 'Make warmUp shorter.')] : []),
    ...Object.keys(scenario.workload.classes ?? {}).flatMap((each) =>
      missing(`${where}.workload.classes.${each}`, each, 'class', Object.keys(workload.classes)),
    ),
    ...scenario.faults.flatMap((fault, at) => {
      const place = `${where}.faults[${at}]`
      return [
        ...('component' in fault ? missing(`${place}.component`, fault.component, 'part', Object.keys(parts)) : []),
        ...('class' in fault && fault.class !== undefined
          ? missing(`${place}.class`, fault.class, 'class', Object.keys(workload.classes))
          : []),
        ...(fault.until !== undefined && fault.until <= fault.at
          ? [flaw(`${place}.until`, 'it ends before it begins', 'Make it later.')]
          : []),
        ...(fault.at >= changed.seconds ? [flaw(`${place}.at`, 'the run is over by then', 'Make it earlier.')] : []),
      ]
    }),
  ]
}

function readingFlaws({ workload, parts, scenarios }: CaseBody, reading: Reading, where: string): readonly Problem[] {
  const wrong = metricFlaw(reading)
  const changed = mergedWorkload(workload, scenarios[reading.scenario]?.workload ?? {})
  // What is said of a log's consumers stands under the log's name, which the learner gives: those classes cannot be known.
  return [
    ...missing(`${where}.scenario`, reading.scenario, 'scenario', Object.keys(scenarios)),
    ...(reading.class === undefined ? [] : missing(`${where}.class`, reading.class, 'class', Object.keys(workload.classes))),
    ...(reading.part === undefined ? [] : missing(`${where}.part`, reading.part, 'part', Object.keys(parts))),
    ...(wrong === undefined ? [] : [flaw(`${where}.metric`, wrong.cause, wrong.remedy)]),
    ...((reading.from ?? 0) < (reading.until ?? changed.seconds) ? [] : [flaw(where, 'from is not before until', 'Mend them.')]),
    ...((reading.until ?? 0) <= changed.seconds ? [] : [flaw(`${where}.until`, 'the run is over by then', 'Make it earlier.')]),
  ]
}

function sloFlaws({ slos, levels }: CaseBody): readonly Problem[] {
  return slos.flatMap(({ name, least, most, scenario }, at) => {
    const where = `slos[${at}]`
    return [
      ...(least === undefined && most === undefined ? [flaw(where, 'it has no limit', 'Add least or most.')] : []),
      ...(slos.findIndex((other) => other.name === name) < at
        ? [flaw(`${where}.name`, `"${name}" stands there twice`, 'Rename one.')]
        : []),
      ...(name === 'cost' ? [flaw(`${where}.name`, 'wrong drawings miss `cost` by being too dear', 'Call it otherwise.')] : []),
      ...(/[;]/.test(name) ? [flaw(`${where}.name`, 'a name holds no semicolon', 'Leave it out: wrong drawings list names with it.')] : []),
      ...(LEVELS.some((level) => levels[level].scenarios.includes(scenario))
        ? []
        : [flaw(where, 'no level has its scenario', 'Name it in levels.')]),
    ]
  })
}

function levelFlaws({ levels, scenarios, slos }: CaseBody): readonly Problem[] {
  return LEVELS.flatMap((level) => {
    const where = `levels.${level}.scenarios`
    const named = levels[level].scenarios
    return [
      ...named.flatMap((name, at) => missing(`${where}[${at}]`, name, 'scenario', Object.keys(scenarios))),
      ...named.flatMap((name, at) =>
        slos.some(({ scenario }) => scenario === name)
          ? []
          : [flaw(`${where}[${at}]`, `no objective is read in "${name}"`, 'Add one, or leave it out.')],
      ),
    ]
  })
}

function askFlaws({ asks, workload }: CaseBody): readonly Problem[] {
  return asks.flatMap(({ moves }, at) => {
    if (moves === undefined) return []
    const where = `asks[${at}].moves`
    const value = fieldAt(workload, moves.path)
    if (typeof value !== 'number') return [flaw(`${where}.path`, ...pathFlaw(workload, moves.path))]
    if (!(value >= moves.low && value <= moves.high))
      return [flaw(where, `${value} is not within ${moves.low} and ${moves.high}`, 'Mend the range.')]
    // The proof runs the case at both ends.
    return (['low', 'high'] as const)
      .flatMap((end) =>
        shaped(withField(workload, moves.path, moves[end]), WORKLOAD, '').map((each) => ({ ...each, where: `${where}.${end}` })),
      )
      .slice(0, 1)
  })
}

/** Cause and remedy of a path that names no number. */
function pathFlaw(workload: CaseBody['workload'], path: string): readonly [string, string] {
  const steps = path.split(/[.[\]]+/)
  const list = steps.map((_, at) => steps.slice(0, at).join('.')).find((inner) => inner !== '' && Array.isArray(fieldAt(workload, inner)))
  return list === undefined
    ? [`"${path}" is no number of the workload`, 'Write e.g. classes.read.keys.skew.']
    : [
        `"${path}" leads into a list, and one number of "${list}" cannot be moved alone`,
        'Move a number with a name of its own, e.g. classes.read.arrivals.period.',
      ]
}

function followUpFlaws({ followUps, slos }: CaseBody): readonly Problem[] {
  const known = [...slos.map(({ name }) => name), ...FINDINGS, 'passed', 'always']
  return followUps.flatMap(({ when }, at) => missing(`followUps[${at}].when`, when, 'objective or finding', known))
}
