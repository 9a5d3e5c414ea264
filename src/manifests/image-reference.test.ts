import { expect, test } from 'vitest'
import { imageReference, whyUnpinned } from './image-reference.ts'

const DIGEST = `sha256:${'0'.repeat(64)}`

test.each([
  ['python', 'python', undefined, undefined],
  ['python:3.12-slim', 'python', '3.12-slim', undefined],
  ['registry.example:5000/team/server', 'registry.example:5000/team/server', undefined, undefined],
  [`registry.example:5000/team/server:1.4@${DIGEST}`, 'registry.example:5000/team/server', '1.4', DIGEST],
])('%s is taken apart', (text, repository, tag, digest) => {
  expect(imageReference(text)).toEqual({ repository, tag, digest })
})

test.each(['', 'a b', 'team/Server:1', 'a@sha256:12', `a@${DIGEST}@${DIGEST}`, 'a:', 'a'.repeat(500)])(
  '"%s" is no name of an image',
  (text) => {
    expect(imageReference(text)).toBeUndefined()
  },
)

test('a digest pins, a version does where that is enough, and what moves never does', () => {
  const why = (text: string, digest = false) => {
    const reference = imageReference(text)
    return reference === undefined ? 'no name' : whyUnpinned(reference, digest)
  }
  expect(why(`a@${DIGEST}`, true)).toBeUndefined()
  expect(why('a:1.2')).toBeUndefined()
  expect(why('a:1.2', true)).toContain('tag `1.2` only')
  expect(why('a')).toContain('no tag')
  expect(why('a:latest')).toContain('moves')
})
