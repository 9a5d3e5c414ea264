import { expect, test } from 'vitest'
import type { ManifestExercise } from '../../domain/item.ts'
import type { JobEvent } from '../../domain/job.ts'
import { createBlobs } from '../blobs.ts'
import { jobOf, type Request } from '../request.ts'
import { createManifestEngine } from './engine.ts'

const EXERCISE: ManifestExercise = {
  kind: 'exercise',
  slug: 'a',
  topic: 'system-design',
  title: 'A',
  patterns: [],
  form: 'write',
  difficulty: 'core',
  minutes: 10,
  sources: [],
  statement: '',
  hash: '',
  folder: '',
  limits: { cpuMs: 2000, wallMs: 10_000, memoryBytes: 1, outputBytes: 4096 },
  permissions: [],
  aliases: [],
  hints: [],
  why: '',
  starter: '',
  solution: '',
  right: [],
  wrong: [],
  runtime: 'dockerfile',
  checks: `setting: { context: { app.py: {} }, port: 80 }
checks:
  - { name: it is there, visible: true, category: example, rule: image-holds, files: [app.py] }
  - { name: who runs it, category: edge, rule: not-root }
`,
}

const RIGHT = 'FROM a:1\nCOPY app.py /app.py\nUSER 7\n'

async function judge(source: string, request: Partial<Request> = {}, exercise = EXERCISE, signal = new AbortController().signal) {
  const blobs = createBlobs()
  const engine = createManifestEngine(blobs)
  const events: JobEvent[] = []
  const job = jobOf(exercise, source, { kind: 'grade', checks: 'all', seed: 1, ...request }, blobs)
  const result = await engine.execute(job, (event) => events.push(event), signal)
  await engine.close()
  return { result, events }
}

test('a right file passes every check', async () => {
  const { result, events } = await judge(RIGHT)
  expect(result).toMatchObject({ verdict: 'passed', message: '', checks: [{ passed: true }, { passed: true }] })
  expect(events.map(({ type }) => type)).toEqual(['started', 'check', 'check'])
})

test('a visible check says line, cause and remedy; a hidden one its category, and more to an author only', async () => {
  const { result } = await judge('FROM a:1\nUSER root\n')
  expect(result.verdict).toBe('failed')
  expect(result.message).toBe('it is there: Line 1: app.py is not in the final image. “COPY” it, and mind “.dockerignore” and the stage.')
  expect(result.checks[1]?.message).toBe('A hidden check (edge) did not pass.')
  const { result: revealed } = await judge('FROM a:1\nUSER root\n', { reveal: true })
  expect(revealed.checks[1]?.message).toContain('runs as root')
})

test('run judges the visible checks', async () => {
  const { result } = await judge('FROM a:1\nCOPY app.py /\n', { checks: 'visible' })
  expect(result).toMatchObject({ verdict: 'passed', checks: [{ name: 'it is there' }] })
})

test('a file that no build would take is errored, and no check passes', async () => {
  const { result } = await judge('FROM a:1\nCOPPY app.py /\n')
  expect(result).toMatchObject({ verdict: 'errored', checks: [{ passed: false }, { passed: false }] })
  expect(result.message).toContain('Line 2: A build refuses this: Unknown instruction: COPPY')
})

test('nothing is run, cancelled is cancelled, and broken checks are our fault', async () => {
  expect((await judge(RIGHT, { kind: 'run' })).result.verdict).toBe('not-run')
  expect((await judge(RIGHT, {}, EXERCISE, AbortSignal.abort())).result).toMatchObject({ verdict: 'not-run', message: 'Cancelled.' })
  expect((await judge(RIGHT, {}, { ...EXERCISE, checks: 'checks: []' })).result.verdict).toBe('our-fault')
})

test('the time line of a visible rollout is told, whether it passes or not', async () => {
  const exercise: ManifestExercise = {
    ...EXERCISE,
    runtime: 'kubernetes',
    checks: `setting:
  server: { port: 80, live: /l, ready: /r, startSeconds: 5, memory: 1Gi }
  load: { requestsPerSecond: 10, podCapacity: 10 }
checks:
  - { name: out, visible: true, category: example, rule: rollout, seconds: 120 }
  - { name: hidden, category: edge, rule: rollout, version: crashes, seconds: 120, oldLeft: 1 }
`,
  }
  const manifest = (ready: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: a }
spec:
  selector: { matchLabels: { app: a } }
  template:
    metadata: { labels: { app: a } }
    spec:
      containers:
        - { name: a, image: "a:1"${ready} }
`
  const { result } = await judge(manifest(', readinessProbe: { httpGet: { path: /r, port: 80 }, periodSeconds: 5 }'), {}, exercise)
  expect(result.verdict).toBe('passed')
  expect(result.stdout).toMatch(/^out\nsecond +old +new/)
  expect(result.stdout).not.toContain('hidden')
  const { result: failed } = await judge(manifest(''), {}, exercise)
  expect(failed.checks[0]).toMatchObject({ passed: false, difference: { expected: { kind: 'array' }, actual: { kind: 'array' } } })
  expect(failed.checks[0]?.message).toContain('can serve 0 requests a second')
  expect(failed.checks[1]).toMatchObject({ passed: false, difference: undefined })
})
