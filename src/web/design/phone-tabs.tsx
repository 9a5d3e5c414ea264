export type View = 'brief' | 'drawing' | 'text' | 'run'

const VIEWS: readonly { readonly name: View; readonly label: string }[] = [
  { name: 'brief', label: 'Brief' },
  { name: 'drawing', label: 'Drawing' },
  { name: 'text', label: 'Text' },
  { name: 'run', label: 'Run' },
]

/** Where there is room for one side at a time: which. */
export function PhoneTabs({ view, onView }: { readonly view: View; readonly onView: (view: View) => void }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would say that there are fields.
    <div className="phone-tabs" role="group" aria-label="Show">
      {VIEWS.map(({ name, label }) => (
        <button key={name} type="button" className="tab flex-1" aria-pressed={view === name} onClick={() => onView(name)}>
          {label}
        </button>
      ))}
    </div>
  )
}
