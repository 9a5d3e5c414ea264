import { expect, test } from 'vitest'
import { createBlobs } from './blobs.ts'

test('content comes back by its SHA-256', () => {
  const blobs = createBlobs()
  const hash = blobs.put('abc')
  expect(hash).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(blobs.get(hash)).toBe('abc')
  expect(() => blobs.get('0')).toThrow('No file with hash 0')
})

test('what was put longest ago is forgotten first, and what was just put never', () => {
  const blobs = createBlobs(10)
  const first = blobs.put('11111')
  const second = blobs.put('22222')
  blobs.put('11111')
  const third = blobs.put('33333')
  expect(blobs.get(first)).toBe('11111')
  expect(() => blobs.get(second)).toThrow()
  const large = blobs.put('more than ten characters')
  expect(blobs.get(large)).toHaveLength(24)
  expect(() => blobs.get(third)).toThrow()
})
