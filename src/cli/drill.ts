import type { Draw, Estimation } from '../domain/estimation.ts'
import type { EstimateAnswer } from '../domain/event.ts'
import { UserError } from '../domain/user-error.ts'
import { drawOf } from '../grading/draw.ts'
import { assess, PASSED_FROM, timesOff } from '../grading/estimation.ts'
import { fill } from '../grading/fill.ts'
import { sayQuantity } from '../grading/say-quantity.ts'
import { saidFor, saidIn } from '../gym/said.ts'
import { paintFor } from './paint.ts'
import type { ExitCode, Shell } from './shell.ts'

/** Asks a drill of the draw that the seed says, and scores it; `given` are the numbers of the command line, and none of them means to read a line each. */
export async function runDrill(
  drill: Estimation,
  { given, seed, json }: { readonly given: readonly string[]; readonly seed: number; readonly json: boolean },
  shell: Shell,
): Promise<ExitCode> {
  const draw = drawOf(drill.numbers, seed)
  const filled = (markdown: string) => fill(markdown, drill.numbers, draw).trim()
  const isAsked = given.length === 0 || (given.length === 1 && given[0] === '-')
  const statement = filled(drill.statement)
  // Whoever reads JSON has the statement in it.
  const aloud = json ? shell.stderr : shell.stdout
  if (!json || isAsked) aloud.write(`${statement}\n\n`)
  const said = saidIn(drill, isAsked ? await typedIn(drill, shell, aloud) : given)
  const { answers, score, passed } = assess(drill, draw, said)
  const working = filled(drill.working)
  const followUps = drill.followUps.map(filled)
  if (json) {
    const told = answers.map((answer, place) => ({ ask: drill.answers[place]?.ask, unit: drill.answers[place]?.unit, ...answer }))
    const result = { item: drill.slug, seed, drawn: drawn(drill, draw), statement, answers: told, score, passed, working, followUps }
    shell.stdout.write(`${JSON.stringify(result)}\n`)
  } else shell.stdout.write(sayDrill(drill, { answers, score, passed, working, followUps }, shell))
  return passed ? 0 : 1
}

/** A line each; what is not understood is asked for again of a person, and refused of a pipe. What no line comes for is not said. */
async function typedIn(drill: Estimation, { stdin, signal }: Shell, aloud: Shell['stderr']): Promise<readonly string[]> {
  const typed: string[] = []
  const ask = () => {
    const next = drill.answers[typed.length]
    if (next !== undefined && stdin.isTTY) aloud.write(`${next.ask}${next.unit === '' ? '' : ` (${next.unit})`}: `)
  }
  ask()
  for await (const line of stdin.lines(signal)) {
    const next = drill.answers[typed.length]
    if (next === undefined) break
    try {
      saidFor(next, line)
      typed.push(line)
    } catch (error) {
      if (!stdin.isTTY || !(error instanceof UserError)) throw error
      aloud.write(`${error.message} ${error.fix}\n`)
    }
    if (typed.length === drill.answers.length) break
    ask()
  }
  return drill.answers.map((_, place) => typed[place] ?? '')
}

function drawn({ numbers }: Estimation, draw: Draw) {
  return Object.entries(numbers).map(([name, { unit }]) => ({ name, unit, value: draw[name] }))
}

function sayDrill(
  drill: Estimation,
  result: {
    readonly answers: readonly EstimateAnswer[]
    readonly score: number
    readonly passed: boolean
    readonly working: string
    readonly followUps: readonly string[]
  },
  shell: Shell,
): string {
  const paint = paintFor(shell.stdout, shell.env)
  const { answers, score, passed, working, followUps } = result
  const lines = answers.map((answer, place) => {
    const { ask = '', unit = '' } = drill.answers[place] ?? {}
    const mark = answer.score >= PASSED_FROM ? paint.green('✓') : paint.red('✗')
    const off = answer.said === null ? 'not said' : `you ${sayQuantity(answer.said, unit)}${sayOff(answer)}`
    return `${mark} ${paint.bold(ask)}  ${sayQuantity(answer.truth, unit)}, ${off}  ${paint.dim(answer.score.toFixed(2))}`
  })
  const next = followUps.length === 0 ? [] : ['', paint.bold('What comes next'), ...followUps.map((each) => `- ${each}`)]
  const verdict = passed ? paint.green(paint.bold('passed')) : paint.red(paint.bold('failed'))
  const last = `${verdict}  ${paint.dim(`score ${score.toFixed(2)} of 1, passed from ${PASSED_FROM} on`)}`
  return ['', ...lines, '', paint.bold('Worked out'), working, ...next, '', last, ''].join('\n')
}

function sayOff(answer: EstimateAnswer): string {
  const times = timesOff(answer)
  if (times === undefined || times < 1.1 || answer.said === null) return ''
  return `, ${times >= 100 ? '100 times or more' : `${times.toPrecision(2)} times`} too ${answer.said > answer.truth ? 'much' : 'little'}`
}
