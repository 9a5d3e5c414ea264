import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { AttemptEvent } from '../domain/event.ts'
import { LOCAL_LEARNER } from '../domain/learner.ts'
import type { Gym } from '../gym/gym.ts'
import { openRunner } from '../gym/open-runner.ts'
import { reportVerdict } from '../gym/report.ts'
import { getExercise } from './find-exercise.ts'
import { recordedShell } from './recorded-shell.ts'
import { replay } from './replay.ts'

const project = resolve(import.meta.dirname, '../..')
const SQUARES = resolve(import.meta.dirname, '../check/fixtures/good/content/counting/exercises/squares-of-a-list')
const WRONG = 'def total(values):\n    return sum(values)\n'

/** A home with the bundle of a wrong answer, as the gym saves it. */
async function reported(): Promise<{ readonly home: string; readonly file: string; readonly text: string }> {
  const home = mkdtempSync(join(tmpdir(), 'onsite-replay-'))
  onTestFinished(() => rmSync(home, { recursive: true }))
  const exercise = getExercise(SQUARES, { project, cwd: project })
  const failing = ['a short list', 'nothing', 'drawn numbers']
  const attempt = {
    item: exercise.slug,
    itemHash: exercise.hash,
    mode: 'submit',
    source: WRONG,
    seed: 7,
    verdict: 'failed',
    message: 'expected 14, got 6',
    checks: failing.map((name, place) => ({ name, visible: place === 0, category: 'edge', passed: name === 'nothing', message: '' })),
    judge: { onsite: '0', runtime: 'x' },
  }
  const runner = openRunner(project)
  onTestFinished(() => runner.close())
  const gym = {
    home,
    now: () => 0,
    runner,
    library: { items: new Map([[exercise.slug, exercise]]) },
    store: { attempt: async () => attempt as unknown as AttemptEvent, append: async (event: object) => event },
  } as unknown as Gym
  const { file, bundle } = await reportVerdict(gym, { learner: LOCAL_LEARNER, attempt: 'a', comment: 'really?', zone: 'UTC' })
  return { home, file, text: JSON.stringify(bundle) }
}

async function replayed(home: string, file: string) {
  const shell = recordedShell({ project, cwd: home })
  const code = await replay.run([file, '--json'], shell)
  return { code, ...JSON.parse(shell.written()) }
}

test('a saved verdict is judged again from its bundle alone, and says whether it came out the same', async () => {
  const { home, file, text } = await reported()
  expect(await replayed(home, file)).toMatchObject({
    code: 0,
    item: 'squares-of-a-list',
    comment: 'really?',
    same: true,
    before: { verdict: 'failed' },
    now: { verdict: 'failed', seed: 7 },
  })
  writeFileSync(join(home, 'other.json'), text.replace('"verdict":"failed"', '"verdict":"passed"'))
  expect(await replayed(home, 'other.json')).toMatchObject({
    code: 1,
    same: false,
    before: { verdict: 'passed' },
    now: { verdict: 'failed' },
  })
})

test.each([
  ['no JSON', () => 'nothing', 'not JSON'],
  ['another JSON', () => '{"format":"onsite-export-1"}', 'no saved verdict: format'],
  ['a bundle whose answer was changed', (text: string) => text.replace('sum(values)', 'sum(value)'), 'main.py is not what was judged'],
])('%s is refused', async (_, change, why) => {
  const { home, text } = await reported()
  writeFileSync(join(home, 'bundle.json'), change(text))
  await expect(replay.run(['bundle.json'], recordedShell({ project, cwd: home }))).rejects.toThrow(why)
})
