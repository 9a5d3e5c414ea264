import type { Case, CaseFault } from '../domain/case.ts'
import type { Component } from '../domain/component.ts'
import type { Design } from '../domain/design.ts'
import type { ComponentMeasurement, Measurement } from '../domain/measurement.ts'
import type { Finding } from '../domain/report.ts'

/** One run, and what it was a run of. */
export interface Scene {
  readonly case: Pick<Case, 'slos'>
  readonly design: Design
  readonly scenario: string
  readonly faults: readonly CaseFault[]
  readonly seconds: number
  readonly warmUp: number
  readonly measured: Measurement
}

/** Looks for one thing, or for a few of a kind, and tells it with its numbers. */
export type Detector = (scene: Scene) => readonly Finding[]

/** Components with what was measured of them. */
export function componentsIn({
  design,
  measured,
}: Scene): readonly { readonly name: string; readonly component: Component; readonly seen: ComponentMeasurement }[] {
  return Object.entries(design.components).flatMap(([name, component]) => {
    const seen = measured.components[name]
    return seen === undefined ? [] : [{ name, component, seen }]
  })
}

/** Classes that the scenario has an objective for: background work may be slow. */
export function classesIn(scene: Scene): readonly string[] {
  const named = scene.case.slos.flatMap((slo) => (slo.scenario === scene.scenario && slo.class !== undefined ? [slo.class] : []))
  return [...new Set(named)].filter((name) => scene.measured.classes[name] !== undefined)
}

export function median(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((x, y) => x - y)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Three digits and a unit, for a sentence. */
export function time(seconds: number): string {
  if (!Number.isFinite(seconds)) return 'for ever'
  const [unit, length]: readonly [string, number] =
    seconds >= 7200 ? ['h', 3600] : seconds >= 1 || seconds === 0 ? ['s', 1] : seconds >= 1e-3 ? ['ms', 1e-3] : ['µs', 1e-6]
  return `${digits(seconds / length)} ${unit}`
}

export function share(value: number): string {
  return `${digits(100 * value)} %`
}

export function digits(value: number): string {
  const rounded = Number(value.toPrecision(3))
  return Math.abs(rounded) >= 10_000 ? rounded.toLocaleString('en') : String(rounded)
}

/** The scenario, where there are others. */
export function within({ scenario }: Scene): string {
  return `in “${scenario}”`
}
