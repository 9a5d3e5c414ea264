/** Where there is room for one side at a time: which. */
export function PhoneTabs<const Name extends string>({
  views,
  view,
  onView,
}: {
  readonly views: readonly { readonly name: Name; readonly label: string }[]
  readonly view: Name
  readonly onView: (view: Name) => void
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would say that there are fields.
    <div className="phone-tabs" role="group" aria-label="Show">
      {views.map(({ name, label }) => (
        <button key={name} type="button" className="tab flex-1" aria-pressed={view === name} onClick={() => onView(name)}>
          {label}
        </button>
      ))}
    </div>
  )
}
