import { zValidator } from '@hono/zod-validator'
import type { z } from 'zod'
import { errorBody } from './error.ts'

/** Parses a JSON body by its schema; a mismatch answers 400 with the field and what was expected of it. */
export function body<Schema extends z.ZodType>(schema: Schema) {
  return zValidator('json', schema, (result, context) => {
    if (result.success) return
    const issue = result.error.issues[0]
    return context.json(
      errorBody(
        issue?.message ?? 'The body does not fit.',
        issue?.path.join('.') || 'body',
        'Reload the page: it may be older than the server.',
      ),
      400,
    )
  })
}
