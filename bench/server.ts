import { spawn } from 'node:child_process'
import { startOnsite, temporaryHome } from '../test/onsite.ts'
import { type Way, timed } from './rounds.ts'

/** From the start of the server's process to its first page, on a home that is there already; and an empty Node for comparison. */
export async function serverWays(): Promise<{ readonly ways: readonly Way[]; readonly remove: () => Promise<void> }> {
  const { home, remove } = await temporaryHome()
  return {
    ways: [
      {
        name: 'onsite start, to its first page',
        times: 1,
        every: 1,
        async once() {
          const { value, ...sample } = await timed(async () => {
            const onsite = await startOnsite(home)
            return { onsite, page: await firstPage(onsite.url) }
          })
          await value.onsite.stop()
          if (value.page.status !== 200) throw new Error(`the first page answered ${value.page.status}`)
          return sample
        },
      },
      {
        name: 'node -e 0',
        times: 1,
        every: 1,
        async once() {
          const { value, ...sample } = await timed(emptyNode)
          if (value !== 0) throw new Error(`node -e 0 ended with ${value}`)
          return sample
        },
      },
    ],
    remove,
  }
}

async function firstPage(url: string): Promise<{ readonly status: number; readonly length: number }> {
  const answer = await fetch(`${url}/`)
  return { status: answer.status, length: (await answer.text()).length }
}

function emptyNode(): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' })
    child.once('error', reject)
    child.once('exit', resolve)
  })
}
