import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Isolation } from '../domain/runner.ts'
import { paintFor } from './paint.ts'
import { probe, sayMode } from './probe.ts'
import { recordedShell } from './recorded-shell.ts'
import { start } from './start.ts'

const paint = paintFor({ write: () => undefined, isTTY: false }, {})
const held = { name: 'No connection leaves', holds: true, message: '' } as const

test('the mode is said in a sentence, with the reason and the remedy where it does not hold', () => {
  const isolated: Isolation = { mode: 'isolated', reason: '', fix: '', probes: [held, { ...held, name: 'PyTorch', holds: undefined }] }
  expect(sayMode(isolated, paint)).toBe('Isolated: every run has a sandbox of its own, and all 1 probes of it held.')
  const local: Isolation = { mode: 'local', reason: 'No connection leaves: no.', fix: 'Install bubblewrap.', probes: [] }
  expect(sayMode(local, paint)).toBe(
    'Local: code runs without a sandbox that holds, with your own rights, for you alone. No connection leaves: no. Install bubblewrap.',
  )
  expect(sayMode({ mode: 'unknown', reason: 'Python is not set up yet.', fix: '', probes: [] }, paint)).toContain('Python is not set up')
})

test('where Python is not set up the probe says so, as JSON, with exit code 1', async () => {
  const shell = recordedShell({ project: unsetProject() })
  expect(await probe.run(['--json'], shell)).toBe(1)
  expect(JSON.parse(shell.written())).toEqual({
    mode: 'unknown',
    reason: 'The sandbox could not be started. Python is not set up yet.',
    fix: 'Run: npm start',
    probes: [],
  })
})

test('another address than loopback is refused before anything is opened', async () => {
  const shell = recordedShell({ project: unsetProject(), env: { ONSITE_HOME: emptyFolder() } })
  await expect(start.run(['--host', '0.0.0.0', '--no-open'], shell)).rejects.toMatchObject({
    name: 'UserError',
    message: expect.stringContaining('does not listen on 0.0.0.0 where learners'),
    where: '--host 0.0.0.0',
  })
})

/** Onsite without its Python. */
function unsetProject(): string {
  const folder = emptyFolder()
  writeFileSync(join(folder, 'package.json'), '{"version": "0.0.0"}')
  return folder
}

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'onsite-probe-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}
