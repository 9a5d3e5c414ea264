import { setMaxListeners } from 'node:events'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createQueue, type Queue, type QueueSizes } from './queue.ts'

const never = new AbortController().signal
setMaxListeners(0, never)

test('tasks enter in the order in which they came, so many at once', async () => {
  const queue = createQueue({ slots: 2, places: 10, placesEach: 10 })
  const entered: number[] = []
  const leaves = [1, 2, 3, 4].map(async (number) => {
    const leave = await queue.enter(never)
    entered.push(number)
    return leave
  })
  await turn()
  expect(entered).toEqual([1, 2])
  ;(await leaves[1])?.()
  await turn()
  expect(entered).toEqual([1, 2, 3])
  ;(await leaves[0])?.()
  await turn()
  expect(entered).toEqual([1, 2, 3, 4])
})

test('a full queue answers at once', async () => {
  const queue = createQueue({ slots: 1, places: 1, placesEach: 1 })
  await queue.enter(never)
  void queue.enter(never)
  expect(await queue.enter(never)).toBeUndefined()
})

test('who has too many waiting is refused while others and this program still find room', async () => {
  const queue = createQueue({ slots: 1, places: 4, placesEach: 1 })
  await queue.enter(never, 'ada')
  void queue.enter(never, 'ada')
  expect(await queue.enter(never, 'ada')).toBeUndefined()
  const bob = queue.enter(never, 'bob')
  void queue.enter(never)
  void queue.enter(never)
  expect(await Promise.race([bob, turn().then(() => 'waits')])).toBe('waits')
  expect(await queue.enter(never, 'eve')).toBeUndefined()
})

test('one that gives up while waiting loses its place to the next', async () => {
  const queue = createQueue({ slots: 1, places: 10, placesEach: 10 })
  const leave = await queue.enter(never)
  const impatient = new AbortController()
  const gone = queue.enter(impatient.signal)
  const next = queue.enter(never)
  impatient.abort(new Error('gave up'))
  await expect(gone).rejects.toThrow('gave up')
  leave?.()
  expect(await next).toBeTypeOf('function')
})

test('leaving twice frees one place', async () => {
  const queue = createQueue({ slots: 1, places: 0, placesEach: 0 })
  const leave = await queue.enter(never)
  leave?.()
  leave?.()
  expect(await queue.enter(never)).toBeTypeOf('function')
  expect(await queue.enter(never)).toBeUndefined()
})

test('who waits hears how many start before it, with the turns of others counted in', async () => {
  const queue = createQueue({ slots: 1, places: 10, placesEach: 10 })
  const leave = await queue.enter(never)
  const heard: Record<string, number[]> = { first: [], second: [], guest: [] }
  const hear = (name: string) => (ahead: number) => void heard[name]?.push(ahead)
  const first = queue.enter(never, 'ada', hear('first'))
  void queue.enter(never, 'ada', hear('second'))
  const guest = queue.enter(never, 'bob', hear('guest'))
  leave?.()
  ;(await first)?.()
  await guest
  expect(heard).toEqual({ first: [0], second: [1, 2, 1, 0], guest: [1, 0] })
})

test('far back in a long queue not every step is told', async () => {
  const queue = createQueue({ slots: 1, places: 100, placesEach: 100 })
  let leave = await queue.enter(never)
  const between = Array.from({ length: 40 }, () => queue.enter(never))
  const heard: number[] = []
  void queue.enter(never, undefined, (ahead) => heard.push(ahead))
  for (const next of between) {
    leave?.()
    leave = await next
  }
  expect(heard).toEqual([40, 30, 20, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0])
})

/** What happens to a queue: somebody comes, the one that runs longest leaves, one that waits gives up. */
const happening = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('come' as const), who: fc.constantFrom('ada', 'bob', 'eve', undefined) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('leave' as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('giveUp' as const), which: fc.nat(30) }) },
)
const sizes = fc.record({ slots: fc.integer({ min: 1, max: 3 }), places: fc.nat(12), placesEach: fc.nat(5) })

interface Task {
  readonly number: number
  readonly who: string | undefined
  readonly stop: AbortController
  state: 'waiting' | 'refused' | 'running' | 'left' | 'gone'
  starts: number
  /** Starts of each other submitter since this one stood first in its lane. */
  passed: Map<string | undefined, number>
  leave?: () => void
}

/** Lets things happen to a queue and to its plain description, then lets everybody finish; returns what became of each task. */
async function live(given: QueueSizes, happenings: readonly Happening[], look: (tasks: readonly Task[]) => void): Promise<readonly Task[]> {
  const queue = createQueue(given)
  const tasks: Task[] = []
  for (const happening of happenings) {
    if (happening.does === 'come') come(queue, tasks, happening.who)
    else if (happening.does === 'leave') finish(tasks)
    else {
      const waiting = tasks.filter(({ state }) => state === 'waiting')
      waiting[happening.which % Math.max(1, waiting.length)]?.stop.abort(new Error('gave up'))
    }
    await turn()
    look(tasks)
  }
  while (tasks.some(({ state }) => state === 'running')) {
    finish(tasks)
    await turn()
    look(tasks)
  }
  return tasks
}

type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never

function come(queue: Queue, tasks: Task[], who: string | undefined): void {
  const task: Task = { number: tasks.length, who, stop: new AbortController(), state: 'waiting', starts: 0, passed: new Map() }
  tasks.push(task)
  queue.enter(task.stop.signal, who).then(
    (leave) => {
      task.state = leave === undefined ? 'refused' : 'running'
      if (leave === undefined) return
      task.starts++
      task.leave = leave
      for (const other of heads(tasks)) if (other.who !== who) other.passed.set(who, (other.passed.get(who) ?? 0) + 1)
    },
    () => {
      task.state = 'gone'
    },
  )
}

function finish(tasks: readonly Task[]): void {
  const running = tasks.find(({ state }) => state === 'running')
  if (running === undefined) return
  running.state = 'left'
  running.leave?.()
}

/** The first that waits, of each submitter. */
function heads(tasks: readonly Task[]): Task[] {
  const waiting = tasks.filter(({ state }) => state === 'waiting')
  return waiting.filter((task) => waiting.find(({ who }) => who === task.who) === task)
}

test('no task is lost and none starts twice, whatever happens', async () => {
  await fc.assert(
    fc.asyncProperty(sizes, fc.array(happening, { maxLength: 60 }), async (given, happenings) => {
      const tasks = await live(given, happenings, (now) => {
        const running = now.filter(({ state }) => state === 'running').length
        const waiting = now.filter(({ state }) => state === 'waiting').length
        expect(running).toBeLessThanOrEqual(given.slots)
        if (waiting > 0) expect(running).toBe(given.slots)
        expect(waiting).toBeLessThanOrEqual(given.places)
      })
      for (const { state, starts } of tasks) expect([state, starts]).toEqual([state, state === 'left' ? 1 : 0])
      expect(tasks.every(({ state }) => state === 'left' || state === 'refused' || state === 'gone')).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('between two turns of who waits, each other submitter has at most one', async () => {
  await fc.assert(
    fc.asyncProperty(sizes, fc.array(happening, { maxLength: 60 }), async (given, happenings) => {
      await live(given, happenings, (now) => {
        for (const head of heads(now)) for (const turns of head.passed.values()) expect(turns).toBeLessThanOrEqual(1)
      })
    }),
    { numRuns: 300 },
  )
})

test('the tasks of one submitter start in the order in which they came', async () => {
  await fc.assert(
    fc.asyncProperty(sizes, fc.array(happening, { maxLength: 60 }), async (given, happenings) => {
      await live(given, happenings, (now) => {
        for (const who of ['ada', 'bob', 'eve', undefined]) {
          const own = now.filter((task) => task.who === who && task.state !== 'refused' && task.state !== 'gone')
          const firstWaiting = own.findIndex(({ state }) => state === 'waiting')
          if (firstWaiting >= 0) expect(own.slice(firstWaiting).every(({ state }) => state === 'waiting')).toBe(true)
        }
      })
    }),
    { numRuns: 300 },
  )
})

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
