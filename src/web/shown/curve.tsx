import { useEffect, useRef } from 'react'

export interface Line {
  readonly label: string
  readonly values: readonly (number | null)[]
}

/** A curve over its index. The numbers stand in the table beside it, so the picture adds and hides nothing. */
export function Curve({ lines }: { readonly lines: readonly Line[] }) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    let left = false
    let erase = () => {}
    void import('./plot.ts').then(({ drawCurve }) => {
      if (!left) erase = drawCurve(element, lines)
    })
    return () => {
      left = true
      erase()
    }
  }, [lines])
  return (
    <div className="mb-2">
      {lines.length > 1 && (
        <p className="flex gap-5 text-[0.8125rem] text-soft" aria-hidden="true">
          {lines.map(({ label }, index) => (
            <span key={label} className={`curve-key ${index === 0 ? 'solid' : 'dashed'}`}>
              {label}
            </span>
          ))}
        </p>
      )}
      <div
        ref={frame}
        role="img"
        aria-label={`Curve of ${lines.map(({ label, values }) => `${label} (${values.length} values)`).join(' and ')}; the table has the numbers`}
        className="h-44 w-full"
      />
    </div>
  )
}
