import { type KeyboardEvent, useRef } from 'react'

export interface Tab<Name extends string> {
  readonly name: Name
  readonly label: string
}

/** A row of tabs: arrow keys move between them, Tab leaves the row. The panel is `<div role="tabpanel" id={`${id}-panel`}>`. */
export function Tabs<Name extends string>({
  id,
  label,
  tabs,
  selected,
  onSelect,
}: {
  readonly id: string
  readonly label: string
  readonly tabs: readonly Tab<Name>[]
  readonly selected: Name
  readonly onSelect: (name: Name) => void
}) {
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const place = (tabs.findIndex(({ name }) => name === selected) + step + tabs.length) % tabs.length
    const next = tabs[place]
    if (next === undefined) return
    onSelect(next.name)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[place]?.focus()
  }
  return (
    <div ref={list} role="tablist" aria-label={label} className="tabs" onKeyDown={onKeyDown}>
      {tabs.map(({ name, label: text }) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`${id}-${name}`}
          aria-controls={`${id}-panel`}
          aria-selected={name === selected}
          tabIndex={name === selected ? 0 : -1}
          className="tab"
          onClick={() => onSelect(name)}
        >
          {text}
        </button>
      ))}
    </div>
  )
}
