import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { scratchFolder } from '../postgres/scratch.ts'
import { dueDeck, importReviews } from './interchange.ts'
import { closeGym, openGym } from './open.ts'

const NOW = Date.parse('2026-03-02T12:00:00Z')

test('a review log comes in once, is remembered, and what slips away goes out as a deck', async () => {
  const home = mkdtempSync(join(scratchFolder(), 'onsite-interchange-'))
  const project = join(import.meta.dirname, '..', '..')
  const { gym } = await openGym({
    project,
    home,
    databaseUrl: undefined,
    version: '0',
    now: () => NOW,
    zone: () => 'UTC',
    random: () => 0.5,
  })
  onTestFinished(async () => {
    await closeGym(gym)
    rmSync(home, { recursive: true, force: true })
  })
  await expect(dueDeck(gym, 'local')).rejects.toThrow('No pattern was met yet')

  const log =
    'pattern,rating,time\ntensors/stable-softmax,3,2026-01-05T10:00:00Z\ntensors/stable-softmax,1,2026-01-20T10:00:00Z\nknitting/purl,3,2026-01-20T10:00:00Z\n'
  const bytes = new TextEncoder().encode(log)
  expect(await importReviews(gym, 'local', bytes, 'log.csv')).toEqual({
    from: 'csv',
    added: 2,
    known: 0,
    unmatched: [{ label: 'knitting/purl', count: 1 }],
  })
  expect(await importReviews(gym, 'local', bytes, 'log.csv')).toMatchObject({ added: 0, known: 2 })
  const { memory } = await gym.mind('local')
  expect(memory.patterns.get('tensors/stable-softmax')?.execute).toMatchObject({ reviews: 2, lapses: 1 })

  const deck = await dueDeck(gym, 'local')
  expect(new TextDecoder('latin1').decode(deck.subarray(0, 2))).toBe('PK')
  expect(readdirSync(home).filter((name) => name.startsWith('onsite-anki'))).toEqual([])
  const half = new TextEncoder().encode(`${log}tensors/stable-softmax,9,2026-01-21T10:00:00Z\n`)
  await expect(importReviews(gym, 'local', half, 'bad.csv')).rejects.toMatchObject({ name: 'UserError' })
  expect((await gym.mind('local')).recollection.facts).toHaveLength(2)
}, 60_000)
