import { sortOf } from '../content/item-folder.ts'
import type { AttemptEvent } from '../domain/event.ts'
import type { DerivedItem } from '../domain/derived.ts'
import type { Item } from '../domain/item.ts'
import type { Library } from '../domain/library.ts'
import type { Standing } from '../gym/progress.ts'
import type { AttemptSummary, ItemSummary, PatternLink } from './contract.ts'

/** What a list shows of an item: never its patterns. */
export function itemSummary(item: Item | DerivedItem, progress: ReadonlyMap<string, Standing>): ItemSummary {
  return {
    slug: item.slug,
    topic: item.topic,
    kind: item.kind,
    sort: item.kind === 'predict' || item.kind === 'recognise' ? item.kind : sortOf(item),
    title: item.title,
    form: item.form,
    difficulty: item.difficulty,
    minutes: item.minutes,
    runtime: item.kind === 'exercise' || item.kind === 'predict' ? item.runtime : undefined,
    progress: progress.get(item.slug)?.progress,
    passedAt: progress.get(item.slug)?.passedAt,
  }
}

export function patternLinks(library: Library, ids: readonly string[]): readonly PatternLink[] {
  return ids.flatMap((id) => {
    const pattern = library.patterns.get(id)
    return pattern === undefined ? [] : [{ id, title: pattern.title }]
  })
}

export function attemptSummary(attempt: AttemptEvent): AttemptSummary {
  return {
    id: attempt.id,
    at: attempt.at,
    mode: attempt.mode,
    verdict: attempt.verdict,
    message: attempt.message,
    passed: attempt.checks.filter((check) => check.passed).length,
    checks: attempt.checks.length,
    cpuMs: attempt.cpuMs,
  }
}
