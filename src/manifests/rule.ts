import { z } from 'zod'
import type { Difference } from '../domain/shown.ts'
import type { Finding } from './finding.ts'

/** What a rule found: nothing, or what is wrong. */
export interface Judgement {
  readonly findings: readonly Finding[]
  /** What was needed and what came of the file, to be seen. */
  readonly difference?: Difference
  /** What a learner may read even when all is well, e.g. the time line of a rollout. */
  readonly told?: string
}

/** One demand on a file, with parameters that an exercise sets. */
export interface Rule<Subject> {
  readonly name: string
  readonly parameters: z.ZodRawShape
  judge(subject: Subject, parameters: unknown): Judgement
}

/** Makes a rule; its parameters are parsed here, so that it sees them typed. */
export function ruleOf<Subject, Shape extends z.ZodRawShape>(
  name: string,
  shape: Shape,
  judge: (subject: Subject, given: z.infer<z.ZodObject<Shape>>) => Judgement | readonly Finding[],
): Rule<Subject> {
  const schema = z.object(shape)
  return {
    name,
    parameters: shape,
    judge(subject, parameters) {
      const found = judge(subject, schema.parse(parameters))
      return 'findings' in found ? found : { findings: found }
    },
  }
}
