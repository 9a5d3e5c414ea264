import { z } from 'zod'
import { DIFFICULTIES } from '../domain/item.ts'

/** Kebab-case without an ordering number in front. */
export const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

export const text = z.string().trim().min(1, 'is empty')
export const name = z.string().regex(NAME, 'must be kebab-case, e.g. scores-that-overflow')
export const patternId = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*\/[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be <topic>/<pattern>, e.g. tensors/stable-softmax')

export const sources = z.array(z.strictObject({ title: text, url: z.url({ protocol: /^https?$/, message: 'must be an http(s) address' }) }))

/** What exercises and questions have in common. */
export const itemFields = {
  title: text,
  patterns: z.array(patternId).min(1, 'names no pattern'),
  difficulty: z.enum(DIFFICULTIES),
  minutes: z.int().min(1).max(240),
  sources: sources.default([]),
}
