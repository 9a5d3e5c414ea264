import { getRouteApi } from '@tanstack/react-router'
import { type Filter, KINDS, LEVELS, matchesFilter, PROGRESSES, parseFilter } from './filter.ts'
import { ItemList } from './list.tsx'

const route = getRouteApi('/items')

/** Every item; the filter is in the address, so it can be kept and works without a script. */
export function ItemsScreen() {
  const { items, topics } = route.useLoaderData()
  const filter = route.useSearch()
  const navigate = route.useNavigate()
  const shown = items.filter((item) => matchesFilter(item, filter))
  const titles = new Map(topics.map(({ id, title }) => [id, title]))
  const choose = (form: HTMLFormElement) =>
    void navigate({ search: parseFilter(Object.fromEntries(new FormData(form))), replace: true, resetScroll: false })
  return (
    <div className="page">
      <h1 className="page-title">Everything to do</h1>
      <form
        action="/items"
        method="get"
        aria-label="Filter"
        className="mt-6 flex flex-wrap items-end gap-x-4 gap-y-3"
        onChange={(event) => choose(event.currentTarget)}
      >
        <Choice name="topic" label="Topic" value={filter.topic} options={topics.map(({ id, title }) => [id, title])} />
        <Choice name="kind" label="Kind" value={filter.kind} options={KINDS.map((kind) => [kind, kind])} />
        <Choice name="difficulty" label="Difficulty" value={filter.difficulty} options={LEVELS.map((level) => [level, level])} />
        <Choice
          name="progress"
          label="Progress"
          value={filter.progress}
          options={PROGRESSES.map((progress) => [progress, progress === 'untouched' ? 'not tried' : progress])}
        />
        <noscript>
          <button type="submit" className="button">
            Apply
          </button>
        </noscript>
      </form>
      <p role="status" className="mt-6 mb-2 text-[0.875rem] text-soft">
        {shown.length === items.length ? `${items.length} items` : `${shown.length} of ${items.length} items`}
      </p>
      <ItemList items={shown} topicTitle={(id) => titles.get(id) ?? id} />
      {shown.length === 0 && (
        <p className="mt-4">
          Nothing fits this filter.{' '}
          <button type="button" className="button small" onClick={() => void navigate({ search: {} satisfies Filter })}>
            Show all
          </button>
        </p>
      )}
    </div>
  )
}

function Choice({
  name,
  label,
  value,
  options,
}: {
  readonly name: string
  readonly label: string
  readonly value: string | undefined
  readonly options: readonly (readonly [string, string])[]
}) {
  return (
    <label className="flex min-w-36 flex-col gap-1 max-sm:w-[calc(50%-0.5rem)] max-sm:min-w-0">
      <span className="eyebrow">{label}</span>
      <select name={name} className="field" value={value ?? ''} onChange={() => {}}>
        <option value="">All</option>
        {options.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
