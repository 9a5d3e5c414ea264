/** Tells a person who waits what is being measured. */
export interface Progress {
  say(what: string): void
  /** Round 0 is the one that does not count. */
  round(what: string, round: number, rounds: number): void
  end(): void
}

/** On a terminal one line that changes; in a log a line for each part. */
export function openProgress(stream: NodeJS.WriteStream): Progress {
  let shown = ''
  return {
    say(what) {
      if (stream.isTTY) stream.write(`\r\x1b[2K… ${what}`)
      else if (what !== shown) stream.write(`… ${what}\n`)
      shown = what
    },
    round(what, round, rounds) {
      if (stream.isTTY) this.say(`${what}, ${round === 0 ? 'once before it counts' : `round ${round} of ${rounds}`}`)
      else this.say(what)
    },
    end() {
      if (stream.isTTY) stream.write('\r\x1b[2K')
    },
  }
}
