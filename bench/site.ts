import { startOnsite, temporaryHome } from '../test/onsite.ts'
import { pageWays, untilWarm, VISITED } from './pages.ts'
import { pageTables, startTable } from './report.ts'
import { type Series, interleave } from './rounds.ts'
import type { Section } from './section.ts'
import { serverWays } from './server.ts'

/** A browser takes seconds to start. */
const MOST_VISITS = 5

export const start: Section = {
  name: 'start',
  about: 'the start of the server, to its first page',
  async measure({ rounds, progress }) {
    const { ways, remove } = await serverWays()
    try {
      const series = await interleave(ways, rounds, (round) => progress.round('start of the server', round, rounds))
      const server = { title: '', series: lastFirst(series), aim: undefined }
      return { lines: startTable(server), data: server }
    } finally {
      await remove()
    }
  },
}

export const pages: Section = {
  name: 'pages',
  about: 'first paint in a browser, and what is sent for a page',
  async measure({ rounds, progress }) {
    const { home, remove } = await temporaryHome()
    const onsite = await startOnsite(home)
    try {
      progress.say('The server warms up')
      await untilWarm(onsite.url)
      const visits = Math.min(rounds, MOST_VISITS)
      const { ways, transfers, close } = await pageWays(onsite.url)
      const measured = await interleave(ways, visits, (round) => progress.round('pages in a browser', round, visits)).finally(close)
      const sizes = VISITED.flatMap(({ name, budget }) => {
        const transfer = transfers.get(name)
        return transfer === undefined ? [] : [{ name, budget, transfer }]
      })
      const paints = { title: '', series: lastFirst(measured), aim: undefined }
      return { lines: pageTables(paints, sizes), data: { paints, sizes } }
    } finally {
      await onsite.stop()
      await remove()
    }
  },
}

/** The plain way on top: the others are held against it. */
function lastFirst(series: readonly Series[]): readonly Series[] {
  return [...series.slice(-1), ...series.slice(0, -1)]
}
