import type { DragEvent } from 'react'
import type { Case, Drawing } from '../../domain/case.ts'
import { About } from './about.tsx'
import { PART_TYPE } from './part-type.ts'

/** What the drawing is made of, and what it can be made of: a list to choose from, by keys or by dragging onto the canvas. */
export function Palette({
  parts,
  drawing,
  onSelect,
  onAdd,
}: {
  readonly parts: Case['parts']
  readonly drawing: Drawing
  readonly onSelect: (name: string) => void
  readonly onAdd: (part: string) => void
}) {
  const drag = (part: string) => (event: DragEvent) => {
    event.dataTransfer.setData(PART_TYPE, part)
    event.dataTransfer.effectAllowed = 'copy'
  }
  return (
    <div className="palette">
      <h2 className="eyebrow mb-1">In the drawing</h2>
      <ul className="mb-4 flex flex-wrap gap-1.5">
        {Object.entries(drawing.components).map(([name, { part }]) => (
          <li key={name}>
            <button type="button" className="button small" onClick={() => onSelect(name)} title={parts[part]?.title ?? part}>
              {name}
            </button>
          </li>
        ))}
      </ul>
      <h2 className="eyebrow mb-1">Parts: drag one, or add it</h2>
      <ul className="grid gap-1.5">
        {Object.entries(parts).map(([part, { title, about }]) => (
          <li key={part}>
            <button type="button" className="part-button" draggable onDragStart={drag(part)} onClick={() => onAdd(part)}>
              <span className="font-[550]">
                <span className="sr-only">Add </span>
                {title}
              </span>
              <span className="text-[0.75rem] text-soft">
                <About text={about} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
