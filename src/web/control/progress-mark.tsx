import type { Progress } from '../../domain/store.ts'
import type { Level } from '../../domain/target.ts'
import { Icon } from './icon.tsx'

/** How far the learner is with an item: a sign and its word, of a design with the level that was passed. */
export function ProgressMark({
  progress,
  passedAt,
  words = true,
}: {
  readonly progress: Progress | undefined
  readonly passedAt?: Level | undefined
  readonly words?: boolean
}) {
  const reached = progress === 'solved' ? 'Solved' : progress === 'tried' ? 'Tried' : 'Not tried'
  const word = passedAt === undefined ? reached : progress === 'solved' ? `Solved at ${passedAt}` : `Passed at ${passedAt}`
  return (
    <span className={`inline-flex items-center gap-1.5 text-[0.8125rem] ${progress === 'solved' ? 'text-pass' : 'text-soft'}`}>
      {progress === 'solved' ? <Icon name="check" /> : <Ring half={progress === 'tried'} />}
      <span className={words ? '' : 'sr-only'}>{word}</span>
    </span>
  )
}

function Ring({ half }: { readonly half: boolean }) {
  return (
    <svg className="mark" viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.5">
      <circle cx="8" cy="8" r="5" />
      {half && <path d="M8 3a5 5 0 0 1 0 10Z" fill="currentColor" stroke="none" />}
    </svg>
  )
}
