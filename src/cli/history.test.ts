import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { exportHistory } from './export.ts'
import { importHistory } from './import.ts'
import { practice } from './practice.ts'
import { recordedShell } from './recorded-shell.ts'

const project = resolve(import.meta.dirname, '../..')
const SLUG = 'scores-that-overflow'

/** A home of its own; its cluster is asked to end with the command that opened it. */
function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'onsite-home-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  chmodSync(home, 0o755)
  return home
}

function shellAt(home: string, signal?: AbortSignal) {
  return recordedShell({ project, cwd: home, env: { ONSITE_HOME: home }, now: Date.now, ...(signal === undefined ? {} : { signal }) })
}

test('practice judges a save and remembers it; export and import carry it to another home, once', async () => {
  const [home, other] = [newHome(), newHome()]
  const stop = new AbortController()
  const shell = shellAt(home, stop.signal)
  const practised = practice.run([SLUG, '--no-editor', '--json'], shell)
  const file = join(home, 'practice', SLUG, 'answer.py')
  await expect.poll(() => existsSync(file), { timeout: 60_000 }).toBe(true)
  // The watcher begins after the file is there: save until a save was seen.
  let version = 0
  const solution = readFileSync(join(project, 'content/tensors/exercises', SLUG, 'solution.py'), 'utf8')
  await expect
    .poll(
      () => {
        if (shell.written() === '' && version++ % 20 === 0) writeFileSync(file, `${solution}# ${version}\n`)
        return shell.written()
      },
      { timeout: 60_000, interval: 250 },
    )
    .not.toBe('')
  stop.abort()
  expect(await practised).toBe(0)
  const [first = ''] = shell.written().split('\n')
  expect(JSON.parse(first)).toMatchObject({ item: SLUG, verdict: 'passed' })

  const out = join(home, 'history.jsonl')
  const exporting = shellAt(home)
  expect(await exportHistory.run(['history.jsonl', '--json'], exporting)).toBe(0)
  expect(JSON.parse(exporting.written())).toEqual({ file: out, lines: readFileSync(out, 'utf8').trim().split('\n').length })

  const importing = shellAt(other)
  await importHistory.run([out, '--json'], importing)
  expect(JSON.parse(importing.written())).toMatchObject({ known: 0 })
  expect(JSON.parse(importing.written()).added).toBeGreaterThan(0)
  const again = shellAt(other)
  await importHistory.run([out, '--json'], again)
  expect(JSON.parse(again.written())).toEqual({ added: 0, known: JSON.parse(importing.written()).added })
})

test('an editor that cannot be started ends practice with a remedy', async () => {
  const home = newHome()
  const shell = recordedShell({ project, cwd: home, env: { ONSITE_HOME: home, EDITOR: 'no-such-editor' }, now: Date.now })
  await expect(practice.run([SLUG], shell)).rejects.toThrow('The editor "no-such-editor" cannot be started.')
})

test('help answers at once, from the entry point, whatever else is missing', async () => {
  const child = spawn(process.execPath, [join(project, 'node_modules/tsx/dist/cli.mjs'), join(project, 'src/cli/main.ts'), '--help'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  for await (const chunk of child.stdout) text += String(chunk)
  for (const name of ['start', 'practice', 'items', 'run', 'export', 'import', 'new', 'check'])
    expect(text).toMatch(new RegExp(`^  ${name} `, 'm'))
})
