import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { UserError } from '../domain/user-error.ts'
import type { ErrorBody } from './contract.ts'

export function errorBody(message: string, where: string, fix: string): ErrorBody {
  return { error: { message, where, fix } }
}

/** A UserError is the caller's to mend (400); a missing thing 404; anything else is our bug (500) and is printed whole. */
export function errorOf(error: unknown): { readonly body: ErrorBody; readonly status: 400 | 500 } {
  if (error instanceof UserError) return { body: errorBody(error.message, error.where, error.fix), status: 400 }
  console.error(error)
  return {
    body: errorBody(
      'Something broke on our side.',
      'server',
      'Your code is saved. Try again; the terminal that runs Onsite shows the cause.',
    ),
    status: 500,
  }
}

export function onError(error: Error, context: Context): Response {
  if (error instanceof HTTPException)
    return context.json(
      errorBody(error.message || 'The request could not be read.', context.req.path, 'Reload the page and try again.'),
      error.status,
    )
  const { body, status } = errorOf(error)
  return context.json(body, status)
}
