import type { Report } from '../../domain/report.ts'
import { assemble } from '../../design/assemble.ts'
import { readDrawing } from '../../design/drawing.ts'
import { gradeDesign } from '../../design/grade.ts'
import { readingOf } from '../../design/reading.ts'
import { scenarioRun } from '../../design/scenario.ts'
import { simulate } from '../../simulation/simulate.ts'
import type { Preview, WorkerAnswer, WorkerQuestion } from './preview.ts'

/** A thread of its own for runs: whoever asks anew ends it and starts another. */
addEventListener('message', ({ data }: MessageEvent<WorkerQuestion>) => {
  const answer = (answer: WorkerAnswer) => postMessage(answer)
  try {
    answer(data.type === 'run' ? { type: 'ran', preview: run(data) } : { type: 'graded', report: grade(data) })
  } catch (error) {
    answer({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
})

function run({ case: asked, text, scenario, seed }: Extract<WorkerQuestion, { readonly type: 'run' }>): Preview {
  const { drawing } = readDrawing(text)
  const { design, problems } = drawing === undefined ? { design: undefined, problems: [] } : assemble(asked, drawing)
  if (drawing === undefined || design === undefined) throw new Error(problems[0]?.cause ?? 'The text cannot be read.')
  const begun = performance.now()
  const asRun = scenarioRun(asked, drawing, design, scenario, 1, seed)
  const measurement = simulate(asRun)
  return {
    scenario,
    seed,
    text,
    measurement,
    readings: Object.fromEntries(
      asked.slos.filter((slo) => slo.scenario === scenario).map((slo) => [slo.name, readingOf(slo, measurement, drawing, asRun.workload)]),
    ),
    ms: performance.now() - begun,
  }
}

function grade({ case: asked, text, level, seed, par }: Extract<WorkerQuestion, { readonly type: 'grade' }>): Report {
  // What is told only after a graded run does not bear on its numbers; without a recorded par the drawing is its own measure.
  const kept = {
    patterns: [],
    folder: '',
    statement: '',
    sources: [],
    ambiguous: '',
    discussion: '',
    followUps: [],
    asks: [],
    estimates: [],
    labs: [],
    right: [],
    wrong: [],
  }
  const grading = {
    case: { ...asked, ...kept, reference: text, par: par === undefined ? undefined : { dollars: par, drawing: '' } },
    text,
    level,
    seed,
    predictions: [],
    firstToBreak: null,
  }
  return gradeDesign(grading, simulate, ({ done, total }) => postMessage({ type: 'progress', done, total } satisfies WorkerAnswer))
}
