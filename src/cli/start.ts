import { spawn } from 'node:child_process'
import { paintFor } from './paint.ts'
import { sayMode } from './probe.ts'
import { command } from './command.ts'
import { surroundingsOf } from './surroundings.ts'
import { wholeNumber } from './whole-number.ts'

export const start = command({
  meta: { name: 'start', description: 'Open the gym in the browser.' },
  args: {
    host: { type: 'string', valueHint: 'address', description: 'Address to listen on (default 127.0.0.1; others are refused).' },
    port: { type: 'string', valueHint: 'n', description: 'Port (default 4640).' },
    open: { type: 'boolean', default: true, description: 'Open a browser page.', negativeDescription: 'Open no browser page.' },
    json: { type: 'boolean', description: 'Print {"url"} as JSON once it answers.' },
  },
  run: async ({ host, port, open, json }, shell) => {
    const { DEFAULT_PORT, startServer } = await import('../server/start.ts')
    const wanted = wholeNumber(port, '--port', { least: 0, most: 65_535 }) ?? DEFAULT_PORT
    const { LOOPBACK } = await import('../server/may-serve.ts')
    const server = await startServer(surroundingsOf(shell), { host: host ?? LOOPBACK, port: wanted })
    const paint = paintFor(shell.stdout, shell.env)
    shell.stdout.write(
      json
        ? `${JSON.stringify({ url: server.url })}\n`
        : `Onsite is open at ${paint.bold(server.url)}\n${paint.dim('Ctrl-C closes it; nothing is lost.')}\n`,
    )
    if (!json) void server.probed.then((isolation) => shell.signal.aborted || shell.stdout.write(`${sayMode(isolation, paint)}\n`))
    if (open) openBrowser(server.url, (text) => shell.stderr.write(text))
    await aborted(shell.signal)
    await server.close()
    return 0
  },
})

/** Opens the page in the person's browser; where there is none, the printed address is enough. */
function openBrowser(url: string, say: (text: string) => void): void {
  const [program, ...args] = { darwin: ['open', url], win32: ['cmd', '/c', 'start', '', url] }[process.platform as string] ?? [
    'xdg-open',
    url,
  ]
  const opener = spawn(program ?? 'xdg-open', args, { stdio: 'ignore', detached: true })
  opener.on('error', () => say(`No browser could be opened: go to ${url} yourself.\n`))
  opener.unref()
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
