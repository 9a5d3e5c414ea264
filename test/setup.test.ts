import { spawn } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { PROJECT } from './onsite.ts'

/** A copy of the set-up alone, and a PATH that holds only the programs named. */
function copy(programs: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'onsite-setup-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const part of ['scripts', 'package.json', 'package-lock.json', 'runtime/requirements.txt'])
    cpSync(join(PROJECT, part), join(folder, part), { recursive: true })
  const bin = join(folder, 'path')
  mkdirSync(bin)
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`)
    chmodSync(join(bin, name), 0o755)
  }
  symlinkSync('/bin/sh', join(bin, 'sh'))
  return { folder, run: (script: string) => run(folder, script, bin) }
}

function run(folder: string, script: string, path: string): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(folder, 'scripts', script)], {
      env: { PATH: path, HOME: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('close', (code) => resolve({ code, output }))
  })
}

test('a missing Python ends in one clear message, and the pages can tell it too', async () => {
  const { folder, run } = copy({})
  const { code, output } = await run('python.mjs')
  expect(code).toBe(2)
  expect(output).toContain('python3 is missing')
  expect(output).toContain('→ sudo apt-get install python3')
  expect(output).not.toContain('    at ')
  const state = JSON.parse(readFileSync(join(folder, '.setup', 'python.json'), 'utf8')) as { state: string; fix: string }
  expect(state).toMatchObject({ state: 'failed', fix: expect.stringContaining('apt-get install python3') })
})

test('a Python that is too old is named with its version', async () => {
  const { run } = copy({ python3: 'case "$*" in *version_info*) echo "3 9 /usr/bin/python3.9";; *) echo "Python 3.9.2";; esac' })
  const { code, output } = await run('python.mjs')
  expect(code).toBe(2)
  expect(output).toContain('Python 3.9.2')
})

test('an install that npm could not do says what npm said, and leaves nothing that looks finished', async () => {
  const { folder, run } = copy({ npm: 'echo "npm error code ENOSPC"; echo "npm error no space left on device"; exit 1' })
  const { code, output } = await run('start.mjs')
  expect(code).toBe(2)
  expect(output).toContain('no space left on device')
  expect(output).toContain('a half-finished install is redone')
  expect(readFileSync(join(folder, '.setup', 'node-modules.json'), 'utf8')).toContain('unfinished')
})
