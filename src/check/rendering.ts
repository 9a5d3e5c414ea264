import { renderMarkdown } from '../content/markdown.ts'
import type { Problem } from '../content/problem.ts'
import type { Shelf } from './subject.ts'

/** Every page renders: its directives are known, its mathematics parses, its code is in a language that is coloured. */
export async function checkRendering({ library, pages }: Shelf): Promise<readonly Problem[]> {
  const problems: Problem[] = []
  for (const page of pages) {
    const rendered = await renderMarkdown(page.body, { topic: page.topic, root: library.root })
    for (const { line, what } of rendered.problems) {
      // A missing picture is the links' rule to report.
      if (what.startsWith('There is no picture')) continue
      problems.push({ where: `${page.name}:${line}`, what, fix: 'docs/content-format.md says what a page may hold.' })
    }
    const ids = new Set([...rendered.html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id))
    for (const [, target = ''] of rendered.html.matchAll(/ href="#([^"]*)"/g)) {
      if (ids.has(target)) continue
      const line = page.body.split('\n').findIndex((text) => text.includes(`(#${target})`)) + 1
      problems.push({
        where: `${page.name}:${Math.max(1, line)}`,
        what: `Links to "#${target}", which is not on the page.`,
        fix: 'Name a heading of the page in kebab-case.',
      })
    }
  }
  return problems
}
