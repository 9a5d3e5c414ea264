import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'

export const PROJECT = dirname(import.meta.dirname)

/** The built server, running as a newcomer's would, with a home of its own. */
export interface Onsite {
  readonly url: string
  readonly home: string
  /** Ends it as Ctrl+C does. */
  readonly stop: () => Promise<void>
  /** Ends it as a power cut does. */
  readonly kill: () => Promise<void>
}

/** A home that belongs to one test. */
export async function temporaryHome(): Promise<{ readonly home: string; readonly remove: () => Promise<void> }> {
  const home = await mkdtemp(join(tmpdir(), 'onsite-test-'))
  return { home, remove: () => rm(home, { recursive: true, force: true, maxRetries: 5 }) }
}

/** Starts the built server on a free port (or a given one) and waits for its address. */
export async function startOnsite(home: string, port = 0): Promise<Onsite> {
  const child = spawn(
    process.execPath,
    [join(PROJECT, 'dist', 'node', 'main.js'), 'start', '--no-open', '--json', '--port', String(port)],
    {
      env: { ...process.env, ONSITE_HOME: home },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const url = await address(child)
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve()
      child.once('exit', () => resolve())
      child.kill(signal)
    })
  return { url, home, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

function address(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const said: string[] = []
    for (const output of [child.stdout, child.stderr]) output?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
    child.once('close', (code) => reject(new Error(`onsite start ended with ${code}:\n${said.join('')}`)))
    const lines = createInterface({ input: child.stdout ?? process.stdin })
    lines.on('line', (line) => {
      const url = /"url":\s*"([^"]+)"/.exec(line)?.[1]
      if (url !== undefined) resolve(url)
    })
  })
}
