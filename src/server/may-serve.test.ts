import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isLoopback, refusalOf, type Wishes } from './may-serve.ts'

const alone: Wishes = { host: '127.0.0.1', signUp: false, publicUrl: undefined, accounts: false }
const isolated = { mode: 'isolated', reason: '', fix: '' } as const
const local = { mode: 'local', reason: 'A probe of the sandbox failed. No connection leaves: no.', fix: 'Install it.' } as const
const unknown = { mode: 'unknown', reason: 'It could not be tried out.', fix: '' } as const

test('one person on loopback is served whatever the walls', () => {
  for (const isolation of [isolated, local, unknown])
    for (const host of ['127.0.0.1', '127.1.2.3', '::1', 'localhost']) expect(refusalOf(isolation, { ...alone, host })).toBeUndefined()
})

test('what is not loopback is not taken for it', () => {
  for (const host of [
    '0.0.0.0',
    '::',
    '192.168.1.7',
    '127.0.0.1.example.org',
    '127.0.0',
    'example.org',
    '',
    ' 127.0.0.1',
    '::ffff:8.8.8.8',
  ])
    expect([host, isLoopback(host)]).toEqual([host, false])
})

test('each wish for others is refused where the walls do not hold, with the probe that failed and what to do', () => {
  for (const wish of [{ host: '0.0.0.0' }, { signUp: true }, { publicUrl: 'https://gym.example' }]) {
    const refusal = refusalOf(local, { ...alone, accounts: true, ...wish })
    expect(refusal?.message).toContain('No connection leaves')
    expect(refusal?.fix).toContain('Install it.')
  }
  expect(refusalOf(unknown, { ...alone, host: '0.0.0.0' })?.message).toContain('could not be tried out')
})

test('behind walls that hold, others are still not served as long as they are not told apart', () => {
  expect(refusalOf(isolated, { ...alone, host: '0.0.0.0' })?.message).toContain('no accounts')
  expect(refusalOf(isolated, { ...alone, host: '0.0.0.0', accounts: true })).toBeUndefined()
})

test('nothing beyond one person is ever served without isolation and accounts', () => {
  const wishes = fc.record({
    host: fc.oneof(fc.constantFrom('127.0.0.1', '::1', '0.0.0.0'), fc.string(), fc.ipV4()),
    signUp: fc.boolean(),
    publicUrl: fc.option(fc.webUrl(), { nil: undefined }),
    accounts: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.constantFrom(isolated, local, unknown), wishes, (isolation, wish) => {
      const onePerson = isLoopback(wish.host) && !wish.signUp && wish.publicUrl === undefined
      const served = refusalOf(isolation, wish) === undefined
      expect(served).toBe(onePerson || (isolation.mode === 'isolated' && wish.accounts))
    }),
  )
})
