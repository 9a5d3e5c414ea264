import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { DesignProgress } from '../check/audit-designs.ts'
import { audit, type Audit, type Extent, type Progress } from '../check/audit.ts'
import { openCrew } from '../check/grade-design.ts'
import { grade, requireRuntime, runFor } from '../check/grade.ts'
import { judgeHash } from '../check/judge-hash.ts'
import { targetsOf } from '../check/targets.ts'
import { strengthOf } from '../check/vary.ts'
import type { Variants } from '../domain/variants.ts'
import { command } from './command.ts'
import { paintFor, type Paint } from './paint.ts'
import type { Shell } from './shell.ts'
import { wholeNumber } from './whole-number.ts'

const DAY_MS = 86_400_000

export const check = command({
  meta: {
    name: 'check',
    description:
      'Prove the content: every rule of docs/content-format.md, and each exercise and design that has no fresh proof against its answers.',
  },
  args: {
    paths: {
      type: 'positional',
      required: false,
      description: 'Items or folders to check and to prove again: slugs or paths. Everything when none is named.',
    },
    all: { type: 'boolean', description: 'Prove every exercise and design again.' },
    ci: { type: 'boolean', description: 'A stale proof is a problem; prove what changed and a rotating sample; write nothing.' },
    sample: {
      type: 'string',
      valueHint: 'text',
      description: 'With --ci: what decides the sample, e.g. a commit; the day when not given.',
    },
    seed: { type: 'string', valueHint: 'n', default: '1', description: "Seed of the checks' random draws." },
    json: { type: 'boolean', description: 'One JSON object.' },
  },
  rest: true,
  run: async ({ _: paths, all, ci, sample, seed, json }, shell) => {
    const root = join(shell.project, 'content')
    const targets = targetsOf(paths, { root, cwd: shell.cwd })
    const extent: Extent = ci ? 'ci' : all || paths.length > 0 ? 'all' : 'changed'
    const { openRunner } = await import('../gym/open-runner.ts')
    const runner = openRunner(shell.project)
    const crew = openCrew(shell.project)
    try {
      const request = {
        root,
        targets,
        extent,
        sampleSeed: sample ?? String(Math.floor(shell.now() / DAY_MS)),
        seed: wholeNumber(seed, '--seed') ?? 1,
        slots: availableParallelism(),
      }
      const found = await audit(request, {
        grade: (exercise, source, seedOf) => grade(runner, exercise, source, { seed: seedOf, signal: shell.signal, reveal: true }),
        run: (exercise, source, input, seedOf) => runFor(runner, exercise, source, { input, seed: seedOf, signal: shell.signal }),
        require: (runtime) => requireRuntime(runner, runtime),
        judgeOf: (runtime) => judgeHash(shell.project, runtime),
        now: shell.now,
        signal: shell.signal,
        onProgress: (progress) => say(progress, json === true, shell),
        designs: {
          carry: async (aCase, stages, onProgress) => (await crew.carry(aCase, stages, { signal: shell.signal, onProgress })).result,
          onRuns: (name, done) => sayRuns(name, done, shell),
          onProgress: (progress) => sayDesign(progress, json === true, shell),
        },
      })
      if (json) shell.stdout.write(`${JSON.stringify(auditJson(found), null, 2)}\n`)
      else shell.stdout.write(report(found, paintFor(shell.stdout, shell.env)))
      return found.problems.length > 0 ? 1 : 0
    } finally {
      await runner.close()
      await crew.close()
    }
  },
})

/** One line that is written over, for a person only. */
function sayRuns(name: string, done: number, { stderr }: Shell): void {
  if (stderr.isTTY) stderr.write(`\r\u001B[K${name}: ${done} runs`)
}

function sayDesign({ name, proof, ms, done, of }: DesignProgress, json: boolean, shell: Shell): void {
  if (shell.stderr.isTTY) shell.stderr.write('\r\u001B[K')
  const output = json ? shell.stderr : shell.stdout
  const paint = paintFor(output, shell.env)
  const sign = proof === undefined ? paint.red('✗') : paint.green('✓')
  output.write(
    `${sign} ${String(done).padStart(String(of).length)} of ${of}  ${name}  ${paint.dim(`${proof === undefined ? 'not proved' : strengthOfDesign(proof)}, ${seconds(ms)}`)}\n`,
  )
}

function strengthOfDesign({ par, search, drawings }: NonNullable<DesignProgress['proof']>): string {
  const count = (folder: string) => drawings.filter(({ file }) => file.startsWith(`${folder}/`)).length
  return `${count('right')} right accepted, ${count('wrong')} wrong caught, par $${par.dollars.toFixed(2)} of ${search.drawings} drawings`
}

/** A line for each exercise as it is proved; with `--json` on stderr, so that stdout holds one object. */
function say({ name, proof, variants, ms, done, of }: Progress, json: boolean, shell: Shell): void {
  const output = json ? shell.stderr : shell.stdout
  const paint = paintFor(output, shell.env)
  const sign = proof === undefined ? paint.red('✗') : paint.green('✓')
  const strength =
    proof === undefined
      ? 'not proved'
      : `${proof.checks.visible + proof.checks.hidden} checks, ${proof.right} right accepted, ${proof.wrong} wrong caught${mutantsIn(variants)}`
  output.write(`${sign} ${String(done).padStart(String(of).length)} of ${of}  ${name}  ${paint.dim(`${strength}, ${seconds(ms)}`)}\n`)
}

function mutantsIn(variants: Variants | undefined): string {
  if (variants === undefined) return ''
  const { made, caught } = strengthOf(variants)
  return `, ${caught} of ${made} mutants caught`
}

function report({ problems, proved, designs, items, fresh, thousandMs }: Audit, paint: Paint): string {
  const list = problems.flatMap(({ where, what, fix }) => [
    '',
    paint.bold(where),
    ...what.split('\n').map((line) => `  ${line}`),
    `  ${paint.dim(`→ ${fix}`)}`,
  ])
  const verdict =
    problems.length === 0 ? paint.green('No problems') : paint.red(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`)
  const pace =
    thousandMs === undefined ? [] : [`1,000 exercises would take about ${duration(thousandMs)} on this machine, at the pace just measured.`]
  const sound = [...proved, ...designs].filter(({ proof }) => proof !== undefined).length
  const counted = `${items} ${items === 1 ? 'item' : 'items'} checked, ${sound} proved${fresh > 0 ? `, ${fresh} with a fresh proof not proved again` : ''}.`
  return [...list, ...(proved.length + designs.length + list.length > 0 ? [''] : []), `${verdict}. ${counted}`, ...pace, ''].join('\n')
}

/** As docs/command-line.md describes it. */
function auditJson({ problems, proved, designs, items, fresh, thousandMs }: Audit) {
  return {
    items,
    problems,
    proved: proved.map(({ name, proof, variants, ms }) => ({
      item: name,
      passed: proof !== undefined,
      checks: proof?.checks ?? null,
      right: proof?.right ?? null,
      wrong: proof?.wrong ?? null,
      mutants: variants === undefined ? null : strengthOf(variants),
      ms: Math.round(ms),
    })),
    designs: designs.map(({ name, proof, ms }) => ({
      item: name,
      passed: proof !== undefined,
      par: proof?.par.dollars ?? null,
      runs: proof?.search.runs ?? null,
      ms: Math.round(ms),
    })),
    fresh,
    secondsFor1000: thousandMs === undefined ? null : Math.round(thousandMs / 1000),
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}

function duration(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  if (minutes < 2) return `${Math.round(ms / 1000)} s`
  return minutes < 120 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`
}
