import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate'
import type { KeptReport } from '../../domain/event.ts'
import { LEVELS, type Level } from '../../domain/target.ts'

/** What a link or a file holds of a drawing: enough to draw it, and to run it again to the last bit. */
export interface Shared {
  readonly slug: string
  readonly text: string
  readonly level: Level
  readonly scenario: string
  readonly seed: number
  /** Version of the engine that ran it. */
  readonly engine: number
  /** Hash of the case as it was, to tell when it is another by now. */
  readonly caseHash: string
  /** Of the graded report with this seed, if there was one: whoever grades again can see that it is the same. */
  readonly digest: string | undefined
}

const FIELDS = {
  slug: 'string',
  text: 'string',
  level: 'string',
  scenario: 'string',
  seed: 'number',
  engine: 'number',
  caseHash: 'string',
} as const
/** A link that unpacks to more is none of ours. */
const MOST_BYTES = 200_000

/** The part of an address after `#`. */
export function packed(shared: Shared): string {
  const bytes = deflateSync(strToU8(JSON.stringify(shared)), { level: 9 })
  return `design=${btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')}`
}

/** What an address brings; undefined when it brings no drawing, or a broken one. */
export function unpacked(hash: string): Shared | undefined {
  const code = /^#?design=([\w-]+)$/.exec(hash)?.[1]
  if (code === undefined || code.length > MOST_BYTES) return undefined
  try {
    const bytes = Uint8Array.from(atob(code.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
    const text = strFromU8(inflateSync(bytes, { out: new Uint8Array(MOST_BYTES) }))
    return sharedOf(JSON.parse(text))
  } catch {
    return undefined
  }
}

function sharedOf(value: unknown): Shared | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const record = value as Readonly<Record<string, unknown>>
  if (Object.entries(FIELDS).some(([name, type]) => typeof record[name] !== type)) return undefined
  if (!LEVELS.some((level) => level === record['level'])) return undefined
  return { ...(record as unknown as Shared), digest: typeof record['digest'] === 'string' ? record['digest'] : undefined }
}

/** The file form: the drawing's own text, after comments that say what it is of. */
export function fileOf({ slug, level, scenario, seed, engine, text }: Shared): string {
  return `# Onsite, design of ${slug}; level ${level}, scenario ${scenario}, seed ${seed}, engine ${engine}\n${text}`
}

/** The text of a saved file, without the line that says what it is of. */
export function textOfFile(file: string): string {
  return file.replace(/^﻿?# Onsite, design of .*\r?\n/, '')
}

/** A short name of data: the same for the same numbers, wherever they were computed. Order of keys does not matter. */
export function digestOf(value: unknown): string {
  let [high, low] = [0x811c9dc5, 0x01000193]
  for (const letter of canonical(value)) {
    const code = letter.codePointAt(0) ?? 0
    high = Math.imul(high ^ code, 0x01000193)
    low = Math.imul(low + code, 0x85ebca6b) ^ (low >>> 13)
  }
  return ((high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0')).slice(0, 16)
}

/** JSON with sorted keys; numbers that JSON does not know are null, as they come from a server. */
function canonical(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  return `{${entries
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`)
    .join(',')}}`
}

/** The digest of what grading measured; what was said before it, and pictures of single runs, are left out. */
export function digestOfReport({ engine, level, seed, objectives, cost, bottleneck, findings }: KeptReport): string {
  return digestOf({ engine, level, seed, objectives, dollars: cost.dollars, bottleneck, findings })
}
