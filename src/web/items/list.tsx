import { Link } from '@tanstack/react-router'
import type { ItemSummary } from '../../server/contract.ts'
import { ProgressMark } from '../control/progress-mark.tsx'

/** Items by title: never by pattern, which would give them away. */
export function ItemList({
  items,
  topicTitle,
}: {
  readonly items: readonly ItemSummary[]
  /** Title of a topic by its id; left out where all items share one. */
  readonly topicTitle?: (id: string) => string
}) {
  return (
    <ul className="rows">
      {items.map((item) => (
        <li key={item.slug} className="row flex flex-wrap items-center gap-x-4 gap-y-1 px-2 py-3">
          <span className="w-5">
            <ProgressMark progress={item.progress} passedAt={item.passedAt} words={false} />
          </span>
          <span className="min-w-[12rem] flex-1">
            <Link to="/items/$slug" params={{ slug: item.slug }} className="row-link">
              {item.title}
            </Link>
            {item.passedAt !== undefined && (
              <span className="ml-3 text-[0.8125rem] text-soft" aria-hidden="true">
                passed at {item.passedAt}
              </span>
            )}
            {topicTitle !== undefined && <span className="ml-3 text-[0.8125rem] text-soft">{topicTitle(item.topic)}</span>}
          </span>
          <span className="flex gap-4 text-[0.8125rem] text-soft max-sm:w-full max-sm:pl-9">
            <span className="sm:w-20">{item.sort}</span>
            <span className="sm:w-16">{item.difficulty}</span>
            <span className="sm:w-14 sm:text-right">{item.minutes} min</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
