import { type FormEvent, useState } from 'react'
import { LEVELS, type Level } from '../../domain/target.ts'
import type { DesignPage } from '../../server/design-contract.ts'
import { ItemHeading, PatternNames, Sources } from '../item/heading.tsx'
import { Prose } from '../prose/prose.tsx'
import { reasonOf } from '../reason.ts'
import { About } from './about.tsx'
import { matched } from './asking.ts'
import { limitWords, metricWords } from './metric.ts'
import { writeQuantity } from './quantity.ts'

const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  intro: 'All numbers are given; one fault at most; money hardly matters.',
  standard: 'Ask for what you need; the usual faults; a sensible price.',
  senior: 'All faults, and close to the cheapest design that is known to pass.',
  staff: 'An ambiguous brief: the numbers are yours to ask for, in your own words.',
}

/** What is asked for: the statement, the objectives of the level, and what the interviewer answers. */
export function Brief({
  page,
  level,
  asked,
  answers,
  onLevel,
  onAsk,
}: {
  readonly page: DesignPage
  readonly level: Level
  /** Places of the questions that were asked. */
  readonly asked: ReadonlySet<number>
  /** HTML, by place; undefined where it is not known yet. */
  readonly answers: readonly (string | undefined)[]
  readonly onLevel: (level: Level) => void
  /** Rejects where there is no answer to be had. */
  readonly onAsk: (ask: number) => Promise<void>
}) {
  const bar = page.case.levels[level]
  const slos = page.case.slos.filter(({ scenario }) => bar.scenarios.includes(scenario))
  return (
    <>
      <ItemHeading page={page} progress={page.progress} />
      <fieldset className="levels">
        <legend className="eyebrow mb-1">Level</legend>
        {LEVELS.map((each) => (
          <label key={each}>
            <input type="radio" name="level" value={each} checked={each === level} onChange={() => onLevel(each)} />
            <span>{each}</span>
          </label>
        ))}
      </fieldset>
      <p className="mt-1.5 mb-5 text-[0.8125rem] text-soft">{LEVEL_WORDS[level]}</p>
      <Prose html={level === 'staff' ? page.ambiguousHtml : page.statementHtml} />
      <h2 className="section-title mt-6 mb-2">Objectives</h2>
      <ul className="objectives">
        {slos.map((slo) => (
          <li key={slo.name}>
            <span className="font-[550] first-letter:uppercase">{slo.name}</span>
            <span className="text-[0.8125rem] text-soft">
              {metricWords(slo)}: {limitWords(slo)}, in “{slo.scenario}”
            </span>
          </li>
        ))}
        <li>
          <span className="font-[550]">It is worth its money</span>
          <span className="text-[0.8125rem] text-soft">
            {page.par === undefined
              ? `at most ${bar.cost} times the cheapest design known to pass`
              : `at most ${writeQuantity(page.par * bar.cost, '$/h')}: ${bar.cost} times the cheapest design known to pass`}
          </span>
        </li>
      </ul>
      <h2 className="section-title mt-6 mb-2">What it will meet</h2>
      <dl className="scenarios">
        {bar.scenarios.map((name) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <About text={page.case.scenarios[name]?.what ?? ''} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-[0.8125rem] text-soft">
        Judged at 0.85, 1 and 1.15 times the load that was told, with seeds that you do not know.
        {page.case.cells > 1 && ` What you draw is one of ${page.case.cells} equal cells; all numbers are those of one cell.`}
      </p>
      <Asks key={level} page={page} level={level} asked={asked} answers={answers} onAsk={onAsk} />
      {page.labs.length > 0 && (
        <>
          <h2 className="section-title mt-6 mb-2">Labs that go with it</h2>
          <ul className="list-disc pl-5">
            {page.labs.map(({ slug, title }) => (
              <li key={slug}>
                <a href={`/items/${slug}`}>{title}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="mt-6">
        <PatternNames patterns={page.patterns} />
      </div>
      <Sources sources={page.sources} />
    </>
  )
}

/** Questions to the interviewer: chosen from a list, or at *staff* in one's own words. */
function Asks({
  page,
  level,
  asked,
  answers,
  onAsk,
}: {
  readonly page: DesignPage
  readonly level: Level
  readonly asked: ReadonlySet<number>
  readonly answers: readonly (string | undefined)[]
  readonly onAsk: (ask: number) => Promise<void>
}) {
  const [words, setWords] = useState('')
  const [said, setSaid] = useState('')
  const isOpen = (place: number) => level === 'intro' || asked.has(place)
  const answered = page.asks.flatMap(({ ask }, place) => {
    const answerHtml = isOpen(place) ? answers[place] : undefined
    return answerHtml === undefined ? [] : [{ ask, answerHtml, place }]
  })
  const left = page.asks.flatMap((ask, place) => (isOpen(place) ? [] : [{ ...ask, place }]))
  const askFor = (place: number, then: string) => {
    onAsk(place).then(
      () => {
        setWords('')
        setSaid(then)
      },
      (error: unknown) => setSaid(reasonOf(error)),
    )
  }
  const askInWords = (event: FormEvent) => {
    event.preventDefault()
    const place = matched(
      words,
      page.asks.map(({ ask }) => ask),
    )
    if (place === undefined) setSaid('“I do not have a number for that. What else would you like to know?”')
    else if (asked.has(place)) setSaid(`That was answered: ${page.asks[place]?.ask}`)
    else askFor(place, 'Answered below.')
  }
  if (page.asks.length === 0) return null
  return (
    <section aria-labelledby="asks" className="mt-6">
      <h2 id="asks" className="section-title mb-2">
        Ask the interviewer
      </h2>
      {level === 'staff' && (
        <form onSubmit={askInWords} className="mb-3">
          <label className="text-[0.8125rem] text-soft" htmlFor="own-question">
            Your question
          </label>
          <span className="flex gap-2">
            <input id="own-question" className="field min-w-0 flex-1" value={words} onChange={(event) => setWords(event.target.value)} />
            <button type="submit" className="button" disabled={words.trim() === ''}>
              Ask
            </button>
          </span>
        </form>
      )}
      <p role="status" className={said === '' ? 'sr-only' : 'mb-3 text-[0.875rem]'}>
        {said}
      </p>
      {level !== 'staff' && left.length > 0 && (
        <ul className="mb-4 grid gap-1.5">
          {left.map(({ ask, place }) => (
            <li key={place}>
              <button type="button" className="ask" onClick={() => askFor(place, '')}>
                {ask}
              </button>
            </li>
          ))}
        </ul>
      )}
      {answered.length > 0 && (
        <dl className="facts" aria-label="What you know">
          {answered.map(({ ask, answerHtml, place }) => (
            <div key={place}>
              <dt>{ask}</dt>
              <dd>
                <Prose html={answerHtml} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {answered.length === 0 && <p className="text-[0.875rem] text-soft">Nothing asked yet. What is asked stays here as a fact.</p>}
    </section>
  )
}
