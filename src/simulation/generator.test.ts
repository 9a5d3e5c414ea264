import { expect, test } from 'vitest'
import type { Generator } from '../domain/component.ts'
import { simulate } from './simulate.ts'

function serve(change: Partial<Generator>) {
  const generator: Generator = {
    kind: 'generator',
    batching: 'continuous',
    sequences: 128,
    chunk: 512,
    prompt: { kind: 'lognormal', mean: 900, cv2: 1 },
    output: { kind: 'lognormal', mean: 220, cv2: 1 },
    hardware: { bandwidth: 3.35e12, compute: 989e12, memory: 80e9, overhead: 0.001 },
    model: { parameters: 8.03e9, width: 2, token: 131_072 },
    ...change,
  }
  const measured = simulate({
    design: { components: { model: generator }, routes: { ask: ['model'] } },
    workload: { classes: { ask: { arrivals: { kind: 'poisson', rate: 16 } } }, seconds: 120, warmUp: 20 },
    faults: [{ kind: 'down', component: 'model', replicas: [1], at: 60, until: 80 }],
    seed: 20_261_122,
  })
  return { ...measured, ask: measured.classes['ask'] }
}

test('static batches diverge where continuous ones keep up, and reading prompts in parts spares the tokens of others', () => {
  const [parts, whole, still] = [serve({}), serve({ chunk: undefined }), serve({ batching: 'static', sequences: 32 })]
  expect(parts.ask?.firstToken.p99).toBeLessThan(1)
  expect(still.ask?.firstToken.p99).toBeGreaterThan(20)
  expect(whole.ask?.perToken.p99).toBeGreaterThan(1.3 * (parts.ask?.perToken.p99 ?? Infinity))
})

test('memory bounds how many are served at once', () => {
  const small = { bandwidth: 3.35e12, compute: 989e12, memory: 20e9, overhead: 0.001 }
  const { components, ask } = serve({ hardware: small })
  const { sequences = 0, iterations = 1 } = components['model']?.counts ?? {}
  // (0.9 · 20 GB - weights) / 131,072 bytes are about 14,800 tokens: some 13 sequences of 1120.
  expect(sequences / iterations).toBeLessThan(16)
  expect(ask?.firstToken.p99).toBeGreaterThan(1)
})

test('who was with a replica that is lost fails, and the others go elsewhere', () => {
  const { ask, components } = serve({ replicas: 2 })
  expect(components['model']?.counts['lost']).toBe(ask?.failed)
  expect(ask?.failed).toBeGreaterThan(0)
  expect(ask?.unfinished).toBeLessThan(100)
})

test('letting in whoever fits now makes sequences give way when memory overflows, and reads them again', () => {
  const small = { bandwidth: 3.35e12, compute: 989e12, memory: 24e9, overhead: 0.001 }
  const [promised, now] = (['promised', 'now'] as const).map((admit) => serve({ hardware: small, admit }))
  expect(promised?.components['model']?.counts['preempted']).toBe(0)
  expect(now?.components['model']?.counts['preempted']).toBeGreaterThan(20)
  expect(now?.components['model']?.counts['read again']).toBeGreaterThan(20 * 300)
  expect(now?.ask?.perToken.p99).toBeGreaterThan(promised?.ask?.perToken.p99 ?? Infinity)
  // With room for all, the two are one.
  const [same, other] = (['promised', 'now'] as const).map((admit) => serve({ admit }).ask)
  expect(same).toEqual(other)
})

test('a start that all prompts share is read once and held once', () => {
  const [whole, shared] = [0, 600].map((prefix) => serve({ prefix, prompt: { kind: 'constant', mean: 900 } }))
  expect(shared?.ask?.firstToken.p50).toBeLessThan(whole?.ask?.firstToken.p50 ?? 0)
  expect(shared?.components['model']?.counts['tokens']).toBeLessThan(0.6 * (whole?.components['model']?.counts['tokens'] ?? 0))
})

test('a tenant that floods a language model delays all from one line, and itself from lines of their own', () => {
  const first = (order: 'fifo' | 'class') =>
    simulate({
      design: {
        components: {
          model: {
            kind: 'generator',
            batching: 'continuous',
            sequences: 16,
            chunk: 512,
            prompt: { kind: 'constant', mean: 500 },
            output: { kind: 'constant', mean: 100 },
            hardware: { bandwidth: 3.35e12, compute: 989e12, memory: 80e9, overhead: 0.001 },
            model: { parameters: 8.03e9, width: 2, token: 131_072 },
            order,
          },
        },
        routes: { ask: ['model'], flood: [{ at: 'model', work: 4 }] },
      },
      workload: {
        classes: { ask: { arrivals: { kind: 'poisson', rate: 2 } }, flood: { arrivals: { kind: 'poisson', rate: 60 } } },
        seconds: 30,
        warmUp: 2,
      },
      seed: 20_261_122,
    }).classes['ask']?.firstToken.p99 ?? Number.NaN
  expect(first('fifo')).toBeGreaterThan(3)
  expect(first('class')).toBeLessThan(1)
})
