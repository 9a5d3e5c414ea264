import { type ReactNode, useEffect, useRef } from 'react'

/** A modal dialog of the browser's own: it holds the focus, closes on Escape, and gives the focus back. */
export function Dialog({
  title,
  wide = false,
  onClose,
  children,
}: {
  readonly title: string
  readonly wide?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      className={`dialog ${wide ? 'wide' : ''}`}
      aria-label={title}
      onClose={onClose}
      onMouseDown={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
    >
      <div className="mb-4 flex items-start justify-between gap-4">
        <h2 className="section-title">{title}</h2>
        <button type="button" className="button small plain" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
      {children}
    </dialog>
  )
}
