import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Freedom, Part } from '../domain/case.ts'
import type { Component } from '../domain/component.ts'
import { isWhole } from '../design/setting.ts'
import { partsFile, type PartEntry, type PartsFile } from './case-file.ts'
import { readText } from './folder.ts'
import type { Problem } from './problem.ts'
import { parseYaml } from './yaml.ts'

/** The parts that cases share, beside the topics. */
export const PARTS_FILE = 'parts.yml'

/** Reads `parts.yml` of a content tree; a tree without one shares no parts. */
export function readParts(root: string, name: string): { readonly parts: PartsFile; readonly problems: readonly Problem[] } {
  // A case outside the content tree has none beside it, and may do without.
  if (!existsSync(join(root, PARTS_FILE))) return { parts: {}, problems: [] }
  const { text, problem } = readText(join(root, PARTS_FILE), name)
  if (problem !== undefined) return { parts: {}, problems: [problem] }
  const { value, problems } = parseYaml(partsFile, text, { name, offset: 0 })
  return { parts: value ?? {}, problems }
}

/** An entry with what it takes from a shared part: fields of the component, freedoms, figures and facts one by one; null takes a freedom away. */
export function mergedPart(entry: PartEntry, shared: PartEntry): PartEntry {
  const isOther = entry.component?.['kind'] !== undefined && entry.component['kind'] !== shared.component?.['kind']
  return {
    ...shared,
    ...entry,
    component: isOther ? entry.component : { ...shared.component, ...entry.component },
    free: isOther ? entry.free : { ...shared.free, ...entry.free },
    each: isOther ? entry.each : { ...shared.each, ...entry.each },
    provides: { ...shared.provides, ...entry.provides },
    stores: { ...shared.stores, ...entry.stores },
    needs: { ...shared.needs, ...entry.needs },
    during: { ...shared.during, ...entry.during },
    figures: { ...shared.figures, ...entry.figures },
  }
}

/** The part of an entry that has all it needs. Its component is yet to be held against the engine's rules. */
export function toPart(entry: PartEntry): Part {
  return {
    title: entry.title ?? '',
    about: entry.about ?? '',
    component: (entry.component ?? {}) as unknown as Component,
    free: Object.fromEntries(
      Object.entries(entry.free ?? {}).flatMap(([key, freedom]) => (freedom === null ? [] : [[key, toFreedom(key, freedom)] as const])),
    ),
    each: entry.each ?? {},
    provides: entry.provides ?? {},
    stores: entry.stores ?? {},
    needs: entry.needs ?? {},
    during: entry.during ?? {},
    effect: entry.effect,
    quality: entry.quality ?? 1,
    standby: entry.standby ?? false,
    figures: entry.figures ?? {},
  }
}

function toFreedom(key: string, freedom: NonNullable<NonNullable<PartEntry['free']>[string]>): Freedom {
  return Array.isArray(freedom) ? { least: freedom[0], most: freedom[1], whole: isWhole(key) } : freedom
}
