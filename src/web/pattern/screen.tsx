import { getRouteApi, Link } from '@tanstack/react-router'
import { PatternLink } from './link.tsx'
import { Prose } from '../prose/prose.tsx'

const route = getRouteApi('/patterns/$topic/$pattern')

/** One reusable idea: when to think of it, what it is, how it goes wrong. */
export function PatternScreen() {
  const page = route.useLoaderData()
  const sections = [
    { id: 'cue', title: 'When to think of it', html: page.cueHtml },
    { id: 'idea', title: 'The idea', html: page.ideaHtml },
    { id: 'trap', title: 'The trap', html: page.trapHtml },
    { id: 'example', title: 'An example', html: page.exampleHtml },
  ]
  return (
    <article className="page !max-w-[46rem]">
      <p className="eyebrow">
        <Link to="/topics/$topic" params={{ topic: page.topic.id }}>
          {page.topic.title}
        </Link>{' '}
        · pattern
      </p>
      <h1 className="page-title mt-2">{page.title}</h1>
      {sections.map(
        ({ id, title, html }) =>
          html !== undefined && (
            <section key={id} aria-labelledby={id} className="mt-9">
              <h2 id={id} className="section-title mb-2">
                {title}
              </h2>
              <Prose html={html} reading />
            </section>
          ),
      )}
      {page.confusable.length > 0 && (
        <section aria-labelledby="confusable" className="mt-10">
          <h2 id="confusable" className="section-title mb-2">
            Easily mistaken for
          </h2>
          <ul className="list-disc pl-5">
            {page.confusable.map((pattern) => (
              <li key={pattern.id}>
                <PatternLink pattern={pattern} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  )
}
