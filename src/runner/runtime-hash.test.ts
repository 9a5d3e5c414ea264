import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { runtimeHash } from './runtime-hash.ts'

test('the hash changes with any program, name or pinned version, and not with compiled leftovers', async () => {
  const project = mkdtempSync(join(tmpdir(), 'onsite-hash-'))
  onTestFinished(() => rmSync(project, { recursive: true }))
  mkdirSync(join(project, 'runtime'))
  const write = (name: string, text: string) => writeFileSync(join(project, 'runtime', name), text)
  write('judge.py', 'one')
  write('requirements.txt', 'numpy==2.4.6')
  const before = await runtimeHash(project)

  write('judge.pyc', 'compiled')
  expect(await runtimeHash(project)).toBe(before)
  write('requirements.txt', 'numpy==2.4.7')
  const upgraded = await runtimeHash(project)
  write('judge.py', 'two')
  const changed = await runtimeHash(project)
  write('more.py', '')
  expect(new Set([before, upgraded, changed, await runtimeHash(project)]).size).toBe(4)
})
