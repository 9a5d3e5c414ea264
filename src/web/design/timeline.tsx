import { useEffect, useEffectEvent, useState } from 'react'
import type { CaseFault } from '../../domain/case.ts'
import { faultWords, isActive } from './frames.ts'

/** A run is over in this long when it plays, ms. */
const WHOLE_MS = 12_000

/** The moment of a run that canvas and plots show: a slider, by keys and by itself. */
export function Timeline({
  second,
  end,
  faults,
  label,
  onSecond,
}: {
  readonly second: number
  /** Length of the run, seconds. */
  readonly end: number
  readonly faults: readonly CaseFault[]
  /** Which run it is. */
  readonly label: string
  readonly onSecond: (second: number) => void
}) {
  const [isPlaying, setPlaying] = useState(false)
  const step = useEffectEvent((passedMs: number) => {
    const next = second + (passedMs / WHOLE_MS) * end
    if (next >= end) setPlaying(false)
    onSecond(Math.min(end, next))
  })
  useEffect(() => {
    if (!isPlaying) return
    let last = performance.now()
    const timer = setInterval(() => {
      const now = performance.now()
      step(now - last)
      last = now
    }, 80)
    return () => clearInterval(timer)
  }, [isPlaying])
  const active = faults.filter((fault) => isActive(fault, second))
  return (
    <div className="timeline">
      <button
        type="button"
        className="button small"
        aria-label={isPlaying ? 'Pause the run' : 'Play the run'}
        onClick={() => {
          if (!isPlaying && second >= end) onSecond(0)
          setPlaying(!isPlaying)
        }}
      >
        {isPlaying ? 'Pause' : 'Play'}
      </button>
      <div className="timeline-track">
        <div className="timeline-faults" aria-hidden="true">
          {faults.map((fault) => {
            const until = Math.min(end, fault.until ?? (fault.kind === 'flush' ? fault.at + end / 60 : end))
            return (
              <span
                key={faultWords(fault)}
                title={faultWords(fault)}
                style={{ left: `${(100 * fault.at) / end}%`, width: `${Math.max(0.6, (100 * (until - fault.at)) / end)}%` }}
              />
            )
          })}
        </div>
        <input
          type="range"
          aria-label="Second of the run"
          aria-valuetext={`${second.toFixed(1)} of ${Math.round(end)} seconds${active.length > 0 ? `: ${active.map(faultWords).join('; ')}` : ''}`}
          min={0}
          max={end}
          step={end / 200}
          value={second}
          onChange={(event) => onSecond(Number(event.target.value))}
        />
      </div>
      <span className="timeline-now">
        {second.toFixed(1)} s<span className="text-soft"> · {label}</span>
      </span>
      {active.length > 0 && <span className="timeline-fault">⚠ {active.map(faultWords).join('; ')}</span>}
    </div>
  )
}
