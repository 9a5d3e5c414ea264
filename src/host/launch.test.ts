import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { accountFor } from './account.ts'
import { type Launch, launch } from './launch.ts'

const account = accountFor({ uid: process.getuid?.(), gid: process.getgid?.() }, {})
const asRoot = process.getuid?.() === 0

test('a program runs as the account, at a stable place, with only the environment it is given', async () => {
  const said = await outcome({ command: 'sh', args: ['-c', 'id -u; pwd; echo $GREETING; echo $HOME'], env: { GREETING: "it's me" } })
  expect(said).toEqual({ code: 0, stdout: `${account.uid}\n/\nit's me\n\n`, stderr: '' })
})

test('a folder inside a home that others may not enter is reached at its own path, and nothing else there is', async () => {
  const home = closedHome()
  mkdirSync(join(home, "it's", 'needed'), { recursive: true })
  writeFileSync(join(home, "it's", 'needed', 'file'), 'read me\n')
  writeFileSync(join(home, 'secret'), 'not me\n')
  const folder = join(home, "it's", 'needed')

  expect(await outcome({ command: 'cat', args: [join(folder, 'file')], folders: [folder] })).toMatchObject({ code: 0, stdout: 'read me\n' })
  if (asRoot) expect((await outcome({ command: 'cat', args: [join(home, 'secret')], folders: [folder] })).code).not.toBe(0)
})

test.runIf(asRoot)('several folders of one closed home are all reached, also one inside another', async () => {
  const home = closedHome()
  const folders = ['a', 'a/b', 'c'].map((name) => join(home, name))
  for (const folder of folders) {
    mkdirSync(folder)
    writeFileSync(join(folder, 'file'), 'here ')
  }
  const files = folders.map((folder) => join(folder, 'file'))
  expect((await outcome({ command: 'cat', args: files, folders })).stdout).toBe('here here here ')
})

test.runIf(asRoot)('a program that asks for its name has one, and the machine is as before', async () => {
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith('onsite-view-'))
  expect((await outcome({ command: 'id', args: ['-un'], named: true })).stdout).toBe('onsite\n')
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith('onsite-view-'))).toEqual(before)
})

test.runIf(asRoot)('a folder that the account may not read names the remedy', () => {
  const home = closedHome()
  expect(() => start({ command: 'true', args: [], folders: [home] })).toThrow('may not read this folder')
})

test('the process returned is the program itself', async () => {
  const home = closedHome()
  const folder = join(home, 'inner')
  mkdirSync(folder)
  const child = start({ command: 'sh', args: ['-c', 'echo $$; exec sleep 60'], folders: [folder] })
  const pid = await new Promise<string>((resolve) => child.stdout?.once('data', (data: Buffer) => resolve(data.toString().trim())))
  expect(pid).toBe(`${child.pid}`)
  child.kill('SIGKILL')
  expect(await new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)))).toBe('SIGKILL')
})

function closedHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'onsite-home-'))
  onTestFinished(() => rmSync(home, { recursive: true }))
  return home
}

function start(options: Partial<Launch> & Pick<Launch, 'command' | 'args'>) {
  return launch({ account, folders: [], ...options, env: { PATH: process.env.PATH ?? '', ...options.env } })
}

async function outcome(options: Partial<Launch> & Pick<Launch, 'command' | 'args'>) {
  const child = start(options)
  const exit = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  const [stdout, stderr, code] = await Promise.all([spoken(child.stdout), spoken(child.stderr), exit])
  return { code, stdout, stderr }
}

async function spoken(stream: Readable | null): Promise<string> {
  return stream === null ? '' : text(stream)
}
