import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findEnvironment, missing } from './environment.ts'

test('the state is what the set-up says of itself', () => {
  const { project, say, install } = openProject()
  expect(missing(project, 'torch')).toMatchObject({ state: 'unavailable' })
  say({ state: 'installing', message: 'torch 80 of 200 MB', progress: 0.4 })
  expect(missing(project, 'torch')).toEqual({ state: 'installing', message: 'torch 80 of 200 MB', progress: 0.4 })
  say({ state: 'failed', message: 'The disk is full.', progress: 0.4, fix: 'Free 3 GB.' })
  expect(missing(project, 'torch')).toEqual({ state: 'unavailable', message: 'The disk is full.', fix: 'Free 3 GB.' })
  say({ state: 'ready', message: '', progress: 1 })
  expect(missing(project, 'torch')).toMatchObject({ state: 'unavailable', message: 'The Python environment has gone.' })
  install()
  expect(missing(project, 'torch')).toBeUndefined()
})

test('the standard library works while the packages still install', () => {
  const { project, say, install } = openProject()
  install()
  say({ state: 'installing', message: '', progress: 0 })
  expect(missing(project, 'python')).toBeUndefined()
  expect(missing(project, 'data')).toMatchObject({ state: 'installing' })
})

test('an environment whose interpreter has gone is none', () => {
  const { project, install } = openProject()
  install()
  expect(findEnvironment(project)?.base.path).toBe(join(project, 'base'))
  rmSync(join(project, 'base', 'bin', 'python3'))
  expect(findEnvironment(project)).toBeUndefined()
})

function openProject() {
  const project = mkdtempSync(join(tmpdir(), 'onsite-python-'))
  onTestFinished(() => rmSync(project, { recursive: true }))
  function say(state: object): void {
    mkdirSync(join(project, '.setup'), { recursive: true })
    writeFileSync(join(project, '.setup', 'python.json'), JSON.stringify(state))
  }
  function install(): void {
    mkdirSync(join(project, 'base', 'bin'), { recursive: true })
    mkdirSync(join(project, '.python', 'bin'), { recursive: true })
    writeFileSync(join(project, 'base', 'bin', 'python3'), '')
    symlinkSync(join(project, 'base', 'bin', 'python3'), join(project, '.python', 'bin', 'python'))
    writeFileSync(join(project, '.python', 'pyvenv.cfg'), `home = ${join(project, 'base', 'bin')}\nversion = 3.11.2\n`)
  }
  return { project, say, install }
}
