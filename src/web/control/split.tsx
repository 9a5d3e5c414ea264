import { type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react'
import { useStored } from './use-stored.ts'

const SMALLEST = 20
const LARGEST = 80

/** Two panes with a bar between them that moves by pointer or by arrow keys. The share of the first is remembered, in percent. */
export function Split({
  name,
  direction,
  initial,
  label,
  first,
  second,
  firstClass,
  secondClass,
}: {
  /** Under which the share is remembered. */
  readonly name: string
  readonly direction: 'columns' | 'rows'
  readonly initial: number
  /** What the bar does, for a screen reader. */
  readonly label: string
  readonly first: ReactNode
  readonly second: ReactNode
  readonly firstClass: string
  readonly secondClass: string
}) {
  const frame = useRef<HTMLDivElement>(null)
  const [stored, store] = useStored(`onsite:split:${name}`)
  const share = Math.min(LARGEST, Math.max(SMALLEST, Number(stored) || initial))
  const move = (to: number) => store(String(Math.round(Math.min(LARGEST, Math.max(SMALLEST, to)))))
  const onPointerMove = (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || frame.current === null) return
    const { left, top, width, height } = frame.current.getBoundingClientRect()
    move(direction === 'columns' ? ((event.clientX - left) / width) * 100 : ((event.clientY - top) / height) * 100)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const [less, more] = direction === 'columns' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown']
    const to: Readonly<Record<string, number>> = { [less]: share - 4, [more]: share + 4, Home: SMALLEST, End: LARGEST }
    const target = to[event.key]
    if (target === undefined) return
    event.preventDefault()
    move(target)
  }
  return (
    <div
      ref={frame}
      className={`split ${direction === 'columns' ? 'columns' : 'rows-split'}`}
      style={{ '--share': `${share}%` } as CSSProperties}
    >
      <div className={`pane-holder ${firstClass}`}>{first}</div>
      {/* biome-ignore lint/a11y/useSemanticElements: a focusable separator is the pattern for a window splitter. */}
      <div
        className="splitter"
        role="separator"
        tabIndex={0}
        aria-label={label}
        aria-orientation={direction === 'columns' ? 'vertical' : 'horizontal'}
        aria-valuenow={share}
        aria-valuemin={SMALLEST}
        aria-valuemax={LARGEST}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
        onKeyDown={onKeyDown}
        onDoubleClick={() => move(initial)}
      />
      <div className={`pane-holder ${secondClass}`}>{second}</div>
    </div>
  )
}
