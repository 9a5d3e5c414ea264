import { readFileSync, readdirSync, readlinkSync } from 'node:fs'

/** A process as the system tells it; what it does not tell is undefined. */
export interface Process {
  readonly pid: number
  readonly residentBytes: number | undefined
  /** In memory, and in nobody else's. */
  readonly privateBytes: number | undefined
  readonly descriptors: number | undefined
  readonly sockets: number | undefined
  readonly threads: number | undefined
}

/** A warm interpreter and the processes that it has forked. */
export interface Interpreter extends Process {
  /** Role and runtime, as `judge, torch`. */
  readonly name: string
  readonly forks: readonly Process[]
}

/** The warm interpreters below this process; none where there is no /proc. */
export function findInterpreters(): readonly Interpreter[] {
  const parents = new Map(processIds().map((pid) => [pid, parentOf(pid)]))
  const named = [...parents.keys()].flatMap((pid) => {
    const name = nameOf(pid)
    return name !== undefined && isBelow(pid, parents) ? [{ pid, name }] : []
  })
  const pids = new Set(named.map(({ pid }) => pid))
  return named
    .filter(({ pid }) => !pids.has(parents.get(pid) ?? 0))
    .map(({ pid, name }) => ({
      ...look(pid),
      name,
      forks: named.filter((other) => parents.get(other.pid) === pid).map((other) => look(other.pid)),
    }))
    .sort((a, b) => a.name.localeCompare(b.name))
}

export function look(pid: number): Process {
  const rollup = read(pid, 'smaps_rollup')
  const links = linksOf(pid)
  const kb = (field: string) => {
    const found = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1]
    return found === undefined ? undefined : Number(found) * 1024
  }
  const parts = [kb('Private_Clean'), kb('Private_Dirty')]
  return {
    pid,
    residentBytes: kb('Rss'),
    privateBytes: parts.every((part) => part !== undefined) ? parts.reduce((sum, part) => sum + part, 0) : undefined,
    descriptors: links?.length,
    sockets: links?.filter((link) => link.startsWith('socket:')).length,
    threads: entries(`/proc/${pid}/task`)?.length,
  }
}

/** By the settings that it was started with; bubblewrap around it has them too, but is another program. */
function nameOf(pid: number): string | undefined {
  const [program = '', ...args] = read(pid, 'cmdline').split('\0')
  const found = /"role":"(\w+)","runtime":"(\w+)"/.exec(args.join(' '))
  return program.endsWith('python') && found !== null ? `${found[1]}, ${found[2]}` : undefined
}

function isBelow(pid: number, parents: ReadonlyMap<number, number>): boolean {
  for (let above = parents.get(pid) ?? 0; above > 1; above = parents.get(above) ?? 0) if (above === process.pid) return true
  return false
}

function processIds(): readonly number[] {
  return (entries('/proc') ?? []).map(Number).filter((pid) => pid > 0)
}

function parentOf(pid: number): number {
  return Number(read(pid, 'stat').split(') ')[1]?.split(' ')[1] ?? 0)
}

function linksOf(pid: number): readonly string[] | undefined {
  return entries(`/proc/${pid}/fd`)?.flatMap((name) => {
    try {
      return [readlinkSync(`/proc/${pid}/fd/${name}`)]
    } catch {
      return [] // the one that was open to read the folder
    }
  })
}

function entries(folder: string): readonly string[] | undefined {
  try {
    return readdirSync(folder)
  } catch {
    return undefined
  }
}

function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return '' // it has ended, or is not ours to look into
  }
}
