import { getRouteApi } from '@tanstack/react-router'
import { Link } from '@tanstack/react-router'

const route = getRouteApi('/search')

/** The search as a page of its own: it works without a script, and its address can be kept. */
export function SearchScreen() {
  const { query, results } = route.useLoaderData()
  return (
    <div className="page !max-w-[48rem]">
      <h1 className="page-title">Search</h1>
      <form action="/search" method="get" role="search" className="mt-6 flex gap-2">
        <input
          key={query}
          className="field flex-1"
          type="search"
          name="q"
          defaultValue={query}
          aria-label="Search topics, patterns and what there is to do"
          placeholder="Topics, patterns, exercises, designs"
        />
        <button type="submit" className="button primary">
          Search
        </button>
      </form>
      <p role="status" className="mt-6 text-soft">
        {query === '' ? '' : `${results.length} found for “${query}”`}
      </p>
      <ul className="rows mt-2">
        {results.map((result) => (
          <li key={result.href} className="row px-2 py-3">
            <div className="flex items-baseline justify-between gap-4">
              <Link to={result.href} className="row-link">
                {result.title}
              </Link>
              <span className="shrink-0 text-[0.8125rem] text-soft">
                {result.topicTitle} · {result.kind}
              </span>
            </div>
            <p className="mt-0.5 text-[0.875rem] text-soft">{result.snippet}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
