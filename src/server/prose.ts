import { renderMarkdown, type Rendered } from '../content/markdown.ts'

/** Markdown of a topic's text to HTML. */
export type Prose = (markdown: string, topic: string) => Promise<Rendered>

/** Renders each text once: texts repeat, and rendering one takes tens of milliseconds. */
export function createProse(root: string): Prose {
  const rendered = new Map<string, Promise<Rendered>>()
  return (markdown, topic) => {
    const key = `${topic}\n${markdown}`
    const known = rendered.get(key)
    if (known !== undefined) return known
    const fresh = renderMarkdown(markdown, { topic, root })
    rendered.set(key, fresh)
    return fresh
  }
}
