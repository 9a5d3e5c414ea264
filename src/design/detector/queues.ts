import type { Component } from '../../domain/component.ts'
import type { Finding } from '../../domain/report.ts'
import { componentsIn, type Detector, digits, share, time, within } from '../scene.ts'

/** Waiting at each server, and altogether, from which a line is long; how many times its work a request waits. */
const LONG = { each: 20, all: 100, times: 20 }
/** Share of a batch that is filled, and of its time that machines work, below which waiting for it is in vain. */
const EMPTY = { filled: 0.5, busy: 0.6 }
const EXHAUSTED = { utilisation: 0.97, seconds: 2 }

/** A line that takes whoever comes: everybody waits, and what is served has been given up long ago. */
export const endlessQueue: Detector = (scene) =>
  componentsIn(scene).flatMap(({ name, component, seen }) => {
    if (!['service', 'features', 'index', 'batcher', 'generator'].includes(component.kind)) return []
    if ('queue' in component && component.queue !== undefined) return []
    const servers = serversOf(component)
    const work = (servers * seen.utilisation * (scene.seconds - scene.warmUp)) / seen.entered
    if (!(seen.longest > LONG.all && seen.longest > LONG.each * servers && seen.wait.p99 > LONG.times * work)) return []
    const evidence = `Up to ${digits(seen.longest)} requests waited at ${name} ${within(scene)}, which turns nobody away: one of a hundred waited ${time(seen.wait.p99)} or more for ${time(work)} of work.`
    return [{ name: 'endless-queue', component: name, evidence }]
  })

/** Requests wait for others to fill their batch longer than for the work, while machines stand idle. */
export const waitingForABatch: Detector = (scene) =>
  componentsIn(scene).flatMap(({ name, component, seen }) => {
    if (component.kind !== 'batcher' || component.wait === 0) return []
    const { items = 0, batches = 0 } = seen.counts
    const size = items / batches
    const work = component.base + component.item * size
    const isIdle = size < EMPTY.filled * component.batch && seen.utilisation < EMPTY.busy
    if (!(batches > 0 && isIdle && seen.wait.mean > work)) return []
    const evidence = `At ${name} a request waits ${time(seen.wait.mean)} ${within(scene)} for ${time(work)} of work, because batches of up to ${component.batch} are waited for and hold ${digits(size)}; the machines are ${share(seen.utilisation)} busy.`
    return [{ name: 'waiting-for-a-batch', component: name, evidence }]
  })

/** All tokens are held by requests that wait for somebody else: who comes now fails for want of a token, not of work. */
export const exhaustedPool: Detector = (scene) =>
  componentsIn(scene).flatMap(({ name, component, seen }): readonly Finding[] => {
    if (component.kind !== 'pool') return []
    const full = seen.windows.filter(
      ({ from, utilisation, queue, counts }) =>
        from >= scene.warmUp && utilisation >= EXHAUSTED.utilisation && (queue > 1 || (counts['refused'] ?? 0) > 0),
    )
    const seconds = full.reduce((sum, { from, until }) => sum + until - from, 0)
    if (seconds < EXHAUSTED.seconds) return []
    const refused = full.reduce((sum, { counts }) => sum + (counts['refused'] ?? 0), 0)
    const evidence = `All ${digits(component.tokens)} of ${name} were held for ${time(seconds)} ${within(scene)}: up to ${digits(seen.longest)} waited for one, ${digits(refused)} were turned away.`
    return [{ name: 'exhausted-pool', component: name, evidence }]
  })

function serversOf(component: Component): number {
  const replicas = 'replicas' in component ? (component.replicas ?? 1) : 1
  if (component.kind === 'generator') return replicas * component.sequences
  return replicas * ('servers' in component ? (component.servers ?? 1) : 1)
}
