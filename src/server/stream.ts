import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { stream } from 'hono/streaming'
import type { StreamLine } from './contract.ts'
import type { DesignLine } from './design-contract.ts'
import { errorOf } from './error.ts'

/**
 * Answers with one JSON text a line while `work` goes on. The first line names the job, so that it can be cancelled.
 * A reader that leaves cancels the job only where `abortOnLeave` says so: a submission is finished and logged all the same.
 */
export function streamLines(
  context: Context,
  jobs: Map<string, AbortController>,
  { abortOnLeave }: { readonly abortOnLeave: boolean },
  work: (send: (line: StreamLine | DesignLine) => void, signal: AbortSignal) => Promise<void>,
): Response {
  const controller = new AbortController()
  const job = randomUUID()
  jobs.set(job, controller)
  context.header('content-type', 'application/x-ndjson')
  context.header('cache-control', 'no-store')
  context.header('x-accel-buffering', 'no')
  return stream(context, async (output) => {
    let reading = true
    let written: Promise<unknown> = Promise.resolve()
    output.onAbort(() => {
      reading = false
      if (abortOnLeave) controller.abort()
    })
    const send = (line: StreamLine | DesignLine) => {
      if (reading) written = output.write(`${JSON.stringify(line)}\n`)
    }
    send({ type: 'queued', job })
    try {
      await work(send, controller.signal)
    } catch (error) {
      send({ type: 'error', error: errorOf(error).body.error })
    } finally {
      jobs.delete(job)
      await written
    }
  })
}
