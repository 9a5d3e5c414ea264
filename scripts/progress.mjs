// One line per step: what, how far, how long. A terminal sees the line move; a log gets a line every ten seconds.
const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']

/** Starts a step. `update` says how far it is; `done` and `fail` end it. */
export function step(what) {
  const began = Date.now()
  const terminal = process.stdout.isTTY
  let detail = ''
  let frame = 0
  let lastLogged = began
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`
  const timer = setInterval(
    () => {
      if (terminal) process.stdout.write(`\r\x1b[2K${FRAMES[frame++ % FRAMES.length]} ${what} ${detail} ${seconds()}`)
      else if (Date.now() - lastLogged >= 10_000) {
        lastLogged = Date.now()
        console.log(`… ${what} ${detail} ${seconds()}`)
      }
    },
    terminal ? 120 : 1000,
  )
  timer.unref()
  const end = (sign, text) => {
    clearInterval(timer)
    if (terminal) process.stdout.write('\r\x1b[2K')
    console.log(`${sign} ${text} (${seconds()})`)
  }
  return {
    update: (text) => {
      detail = text
    },
    done: (text = what) => end('✓', text),
    fail: (text = what) => end('✗', text),
  }
}

/** What a person can mend: printed as one block, without a stack. */
export class SetupError extends Error {
  constructor(message, fix) {
    super(message)
    this.fix = fix
  }
}

/** Runs an entry point: a SetupError ends with exit code 2 and one clear message. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    console.error(`\n${error.message}\n→ ${error.fix}\n`)
    process.exitCode = 2
  }
}
