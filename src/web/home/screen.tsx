import { getRouteApi, Link } from '@tanstack/react-router'
import type { TopicSummary } from '../../server/contract.ts'
import { Icon } from '../control/icon.tsx'
import { TodayList } from './today.tsx'

const route = getRouteApi('/')

/** The start page: today's list, or the way to one, and every topic with how far one is. */
export function HomeScreen() {
  const { topics, latest, today } = route.useLoaderData()
  return (
    <div className="page">
      {today.target === undefined ? (
        <>
          <h1 className="page-title">Own what interviews ask</h1>
          <p className="mt-4 max-w-[40rem] text-[1.0625rem] leading-relaxed text-soft">
            Say what you prepare for, and each day has its list: patterns met again in stories that you have not seen, as many as your
            minutes allow. Your code runs here, on your machine, and is judged by checks that you can trust.
          </p>
          <p className="mt-7 flex flex-wrap gap-3">
            <Link to="/target" className="button primary">
              Set a target <Icon name="arrow" />
            </Link>
            {latest !== undefined && (
              <Link to="/items/$slug" params={{ slug: latest.slug }} className="button">
                Continue: {latest.title}
              </Link>
            )}
          </p>
        </>
      ) : (
        <TodayList page={today} />
      )}
      <h2 className="section-title mt-12 mb-3">Topics</h2>
      <ul className="topic-grid">
        {topics.map((topic) => (
          <TopicRow key={topic.id} topic={topic} />
        ))}
      </ul>
      {topics.length === 0 && (
        <p className="text-soft">
          No topic could be loaded. <Link to="/status">The status page</Link> says why.
        </p>
      )}
    </div>
  )
}

function TopicRow({ topic }: { readonly topic: TopicSummary }) {
  const { exercises, labs, questions, drills, designs } = topic
  const items = exercises + labs + questions + drills + designs
  const counts = [
    count(exercises, 'exercise'),
    count(labs, 'lab'),
    count(questions, 'question'),
    count(drills, 'drill'),
    count(designs, 'design'),
  ]
  return (
    <li className="row flex flex-col border-t border-line py-4">
      <Link to="/topics/$topic" params={{ topic: topic.id }} className="row-link text-[1.0625rem] tracking-[-0.01em]">
        {topic.title}
      </Link>
      <p className="mt-1 flex-1 text-[0.875rem] text-soft">{topic.summary}</p>
      <p className="mt-3 mb-1.5 flex justify-between gap-4 text-[0.8125rem] text-soft">
        <span>{counts.filter((each) => !each.startsWith('0 ')).join(', ')}</span>
        <span>
          {topic.solved} of {items} solved{topic.tried > 0 && `, ${topic.tried} tried`}
        </span>
      </p>
      <span className="progress-track" aria-hidden="true">
        <span style={{ width: `${items === 0 ? 0 : (100 * topic.solved) / items}%` }} />
      </span>
    </li>
  )
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
