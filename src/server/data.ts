import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import { z } from 'zod'
import { LOCAL_LEARNER } from '../domain/learner.ts'
import { dueDeck, importReviews } from '../gym/interchange.ts'
import { body } from './body.ts'
import type { ServerContext } from './context.ts'
import type { BroughtReviews } from './study-contract.ts'

/** What other programs write and read. */
export function dataRoutes({ gym }: ServerContext) {
  return new Hono()
    .post('/reviews', body(z.object({ name: z.string().max(255), base64: z.base64() })), async (context) => {
      const { name, base64 } = context.req.valid('json')
      const brought: BroughtReviews = await importReviews(gym, LOCAL_LEARNER, Buffer.from(base64, 'base64'), name)
      return context.json(brought)
    })
    .get('/deck.apkg', async (context) => {
      const deck = await dueDeck(gym, LOCAL_LEARNER)
      context.header('content-type', 'application/octet-stream')
      context.header('content-disposition', 'attachment; filename="onsite.apkg"')
      return context.body(new Uint8Array(deck))
    })
    .get('/history.jsonl', (context) => {
      context.header('content-type', 'application/jsonl; charset=utf-8')
      context.header('content-disposition', 'attachment; filename="onsite-history.jsonl"')
      return stream(context, async (out) => {
        for await (const line of gym.store.exportLines(LOCAL_LEARNER)) await out.write(`${line}\n`)
      })
    })
}
