import type { Component } from './component.ts'
import type { Design } from './design.ts'
import type { Policy } from './policy.ts'
import type { Fault } from './fault.ts'
import type { ItemBase } from './item.ts'
import type { Level } from './target.ts'
import type { Workload } from './workload.ts'

/** A problem of architecture: what is asked, of what parts an answer may be made, and by which numbers it is judged. */
export interface Case extends ItemBase {
  readonly kind: 'design'
  readonly form: 'design'
  /** How many equal cells the whole system has; what is simulated is one of them, and all numbers are of that one. 1 is the whole. */
  readonly cells: number
  /** What an answer is made of, by name. */
  readonly parts: Readonly<Record<string, Part>>
  readonly duties: readonly Duty[]
  readonly workload: Workload
  /** Classes that arrive `every` so often whose period is the learner's to set, in seconds: batch jobs, trainings, reloads. */
  readonly jobs: Readonly<Record<string, { readonly least: number; readonly most: number }>>
  /** Quality that an answer loses for each share of a fan-out that it did not wait for. */
  readonly lost: number
  readonly scenarios: Readonly<Record<string, Scenario>>
  readonly slos: readonly Slo[]
  readonly levels: Readonly<Record<Level, Bar>>
  readonly asks: readonly Ask[]
  readonly estimates: readonly Estimate[]
  readonly followUps: readonly FollowUp[]
  /** Slugs of labs that go with it. */
  readonly labs: readonly string[]
  /** The brief without numbers for the level *staff*, Markdown. */
  readonly ambiguous: string
  /** Markdown, shown after the first graded run: how a strong candidate walks through it. */
  readonly discussion: string
  /** Text of the drawing that the canvas opens with; runs, and does not pass. */
  readonly starter: string
  /** Text of a drawing that passes at every level. */
  readonly reference: string
  readonly right: readonly NamedDrawing[]
  readonly wrong: readonly WrongDrawing[]
  /** From the proof; undefined where the case has none. */
  readonly par: Par | undefined
}

/** The cheapest drawing that is known to pass at *senior*: a search from the reference and from `right` found it. */
export interface Par {
  /** Dollars an hour, of the first scenario. */
  readonly dollars: number
  readonly drawing: string
}

/** A drawing by its file name. */
export interface NamedDrawing {
  readonly file: string
  readonly source: string
}

/** A plausible design that must fail for its stated reason. */
export interface WrongDrawing extends NamedDrawing {
  /** Names of the objectives that it must miss, at the first level that has them. */
  readonly misses: readonly string[]
  /** What its run must show, so that it fails for this reason and no other. */
  readonly shows: readonly Condition[]
  /** Why somebody would draw it. */
  readonly why: string
}

/** Something an architecture is made of. What it does is given; what is `free` is the learner's to set. */
export interface Part {
  readonly title: string
  /** One sentence: what it does and what it is good for. */
  readonly about: string
  /** The component as the engine runs it, with the defaults of what is free. */
  readonly component: Component
  readonly free: Readonly<Record<string, Freedom>>
  /** Dollars an hour for each unit of a number of the component, added to its price (which counts for each replica). */
  readonly each: Readonly<Record<string, number>>
  /** How much of which facts one visit brings to an answer. */
  readonly provides: Readonly<Record<string, number>>
  /** What one visit that writes makes durable. */
  readonly stores: Readonly<Record<string, number>>
  /** What a way must have brought before it writes here or refreshes it. */
  readonly needs: Readonly<Record<string, number>>
  /** What must be held, by `hold`, while it is visited. */
  readonly during: Readonly<Record<string, number>>
  /** Something that each visit makes happen, and that must happen once for each request: a charge, a delivery. A free field `once` says whether it is done under a key of the request. */
  readonly effect: string | undefined
  /** Multiplies the quality of an answer that visits it; 1. */
  readonly quality: number
  /** Another machine takes over unseen when one of its is lost, as those who sell it promise: it is no single point of failure. */
  readonly standby: boolean
  /** Where its numbers come from, by the name of the parameter. */
  readonly figures: Readonly<Record<string, Figure>>
}

/** What a learner may set, by the name of the component's field (`replicas`, `model.width`): a number within a range, one of several values, or the name of a component. */
export type Freedom =
  | { readonly least: number; readonly most: number; readonly whole: boolean }
  | { readonly among: readonly Setting[] }
  | { readonly names: 'component' }

export type Setting = number | string | boolean

/** A number with its source. A: documentation or first-party engineering; B: a reproducible benchmark; C: secondary; judgement: ours. */
export interface Figure {
  readonly value: string
  /** The range that is plausible. */
  readonly range: string
  readonly grade: 'A' | 'B' | 'C' | 'judgement'
  readonly source: string
  readonly url: string
}

/** What an answer must rest on: each way through the route of `class` that ends well brings `count` of `fact`; *later* may come from what goes on after the answer. */
export interface Duty {
  readonly class: string
  readonly fact: string
  readonly count: number
  readonly when: 'now' | 'later'
  /** In the learner's words: what is wrong with a design without it. */
  readonly why: string
  /** Answers with one of these marks need not have it: fallbacks. */
  readonly except: readonly string[]
}

/** One run: the workload, changed or not, and what goes wrong in it. */
export interface Scenario {
  readonly what: string
  readonly faults: readonly CaseFault[]
  /** Replaces what the case's workload says. */
  readonly workload: Partial<Workload>
}

/** A fault whose `component` names a part: it hits every component made of that part. */
export type CaseFault = Fault

/** What a run is read for. `part`: all components made of that part together; `scenario`: the first when left out. */
export interface Reading {
  readonly scenario: string
  /** See docs/content-designs.md: latencies, shares, ages, counts; with a class, a part, or neither. */
  readonly metric: string
  /** What a second must break to count for the metric `bad-seconds`. */
  readonly bad?: { readonly metric: string; readonly least?: number; readonly most?: number }
  readonly class?: string
  readonly part?: string
  /** Only windows that begin within these seconds. */
  readonly from?: number
  readonly until?: number
}

/** A reading held against a limit. */
export interface Condition extends Reading {
  readonly least?: number
  readonly most?: number
}

/** A service-level objective, by a name that says what users get. */
export interface Slo extends Condition {
  readonly name: string
}

/** What a level asks for: its scenarios, and the cost allowed as a multiple of par. */
export interface Bar {
  readonly scenarios: readonly string[]
  readonly cost: number
}

/** A question that a candidate should ask before drawing. */
export interface Ask {
  readonly ask: string
  /** Markdown. */
  readonly answer: string
  /** The number behind it, and its plausible range: how much the answer is worth is measured by moving it. A path into the workload, e.g. `classes.read.keys.skew`. */
  readonly moves: { readonly path: string; readonly low: number; readonly high: number } | undefined
  /** From the proof: the share of objectives whose outcome for par's drawing hangs on that number, 0 to 1; undefined where nothing moves or nothing is proven. */
  readonly worth: number | undefined
}

/** A number that the learner says before the run. Its truth is read from the learner's own run at the first load, or is given. */
export interface Estimate {
  readonly ask: string
  readonly unit: string
  readonly truth: { readonly reading: Reading } | { readonly value: number; readonly why: string }
}

/** What the interviewer asks next. `when`: name of an objective that was not met, a finding, *passed* or *always*. */
export interface FollowUp {
  readonly when: string
  readonly ask: string
  /** Markdown: what a strong answer says. */
  readonly listen: string
}

/** What a learner draws, as its text says it: components made of parts, routes, policies, and where they stand on the canvas. */
export interface Drawing {
  readonly components: Readonly<Record<string, Placing>>
  readonly routes: Design['routes']
  readonly policies: Readonly<Record<string, Policy>>
  /** Seconds from one run of a job to the next. */
  readonly jobs: Readonly<Record<string, number>>
  readonly layout: Readonly<Record<string, readonly [number, number]>>
}

/** A component: what it is made of, and what is set. */
export interface Placing {
  readonly part: string
  readonly settings: Readonly<Record<string, Setting>>
}
