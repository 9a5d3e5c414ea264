import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { recordedShell } from './recorded-shell.ts'
import { simulate } from './simulate.ts'
import { design } from './template/design.ts'

const project = resolve(import.meta.dirname, '../..')

/** The case that `onsite new design` writes, somewhere outside content/. */
function folderOfCase(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'onsite-simulate-')), 'a-desk')
  onTestFinished(() => rmSync(dirname(folder), { recursive: true }))
  for (const [name, text] of Object.entries(design('system-design/littles-law'))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text.replaceAll('TODO ', ''))
  }
  return folder
}

test('a drawing that passes has exit code 0, and its report the documented shape, the same for a seed', async () => {
  const cwd = folderOfCase()
  const asked = async () => {
    const shell = recordedShell({ project, cwd })
    const code = await simulate.run([cwd, 'reference.yml', '--seed', '7', '--json'], shell)
    return { code, text: shell.written() }
  }
  const { code, text } = await asked()
  expect(code).toBe(0)
  const report = JSON.parse(text)
  expect(Object.keys(report)).toEqual([
    'engine',
    'case',
    'caseHash',
    'level',
    'seed',
    'passed',
    'objectives',
    'cost',
    'bottleneck',
    'findings',
    'predictions',
    'followUps',
  ])
  expect(report).toMatchObject({ case: 'a-desk', level: 'senior', seed: 7, passed: true, followUps: ['what comes next?'] })
  expect((await asked()).text).toBe(text)
})

test('one that fails has exit code 1 and says to a person what it misses, what holds it back, what an interviewer asks', async () => {
  const cwd = folderOfCase()
  const shell = recordedShell({ project, cwd })
  expect(await simulate.run([cwd, 'starter.yml', '--level', 'intro', '--seed', '7'], shell)).toBe(1)
  const said = shell.written()
  expect(said).toMatch(/✗ people are served soon {2}p99 ≤ 200 ms/)
  expect(said).toMatch(/× 1 +[\d.]+ s {2}\[[\d.]+ s \.\. [\d.]+ s\], \d+ runs {2}missed/)
  expect(said).toMatch(/cost {2}\$2\.00 an hour, 0\.40 × par \(\$5\.00\); at most \$15\.0/)
  expect(said).toMatch(/Held back by desk/)
  expect(said).toMatch(/failed {2}0 of 1 objectives met, level intro, seed 7/)
  expect(shell.complained()).toBe('')
})

test('a drawing that cannot be run is somebody’s to mend, with its lines', async () => {
  const cwd = folderOfCase()
  writeFileSync(join(cwd, '../mine.yml'), 'components:\n  desk: { part: dest, replicas: 5 }\nroutes:\n  visit: [desk]\n')
  await expect(simulate.run([cwd, '../mine.yml'], recordedShell({ project, cwd }))).rejects.toThrow(
    /line 2, components\.desk\.part: this case has no part "dest"/,
  )
  await expect(simulate.run(['scores-that-overflow', '../mine.yml'], recordedShell({ project, cwd }))).rejects.toThrow(
    '"scores-that-overflow" is no design.',
  )
})
