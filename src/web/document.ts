import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import mono from '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2?url'
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url'
import type { Given } from './given.ts'
import type { Theme } from './theme.ts'

/** What a screen needs at once: source files that are built to files of their own, and the font of its text. */
interface Needs {
  readonly sources: readonly string[]
  readonly fonts: readonly string[]
}

const SCREENS: Readonly<Record<string, Needs>> = {
  '/': { sources: ['home/screen.tsx'], fonts: [] },
  '/topics/$topic': { sources: ['guide/screen.tsx'], fonts: [serif] },
  '/patterns/$topic/$pattern': { sources: ['pattern/screen.tsx'], fonts: [serif] },
  '/items': { sources: ['items/screen.tsx'], fonts: [] },
  '/items/$slug exercise': { sources: ['exercise/workspace.tsx', 'editor/editor.ts'], fonts: [mono] },
  '/items/$slug design': { sources: ['design/screen.tsx', 'design/work.tsx', 'editor/editor.ts', 'editor/yaml.ts'], fonts: [mono] },
  '/items/$slug question': { sources: ['question/screen.tsx'], fonts: [] },
  '/items/$slug estimate': { sources: ['estimate/screen.tsx'], fonts: [mono] },
  '/items/$slug predict': { sources: ['predict/screen.tsx'], fonts: [mono] },
  '/items/$slug recognise': { sources: ['recognise/screen.tsx'], fonts: [] },
  '/target': { sources: ['target/screen.tsx'], fonts: [] },
  '/diagnostic': { sources: ['diagnostic/screen.tsx'], fonts: [] },
  '/plan': { sources: ['plan/screen.tsx'], fonts: [] },
  '/readiness': { sources: ['readiness/screen.tsx'], fonts: [] },
  '/search': { sources: ['search/screen.tsx'], fonts: [] },
  '/status': { sources: ['status/screen.tsx'], fonts: [] },
}

/** A whole page around the rendered body. No inline script: what the client needs to know is inert JSON. */
export function documentOf(page: {
  readonly title: string
  readonly theme: Theme
  /** Id of the route that is shown; of an item with its kind, `/items/$slug exercise`. */
  readonly screen: string
  readonly body: string
  readonly given: Given
}): string {
  const { sources, fonts } = SCREENS[page.screen] ?? { sources: [], fonts: [] }
  const entry = Object.values(BUILT_FILES).find(({ isEntry }) => isEntry)
  const modules = new Set(sources.flatMap((source) => [...filesOf(`src/web/${source}`)]).filter((file) => file !== entry?.file))
  return [
    `<!doctype html><html lang="en" data-theme="${page.theme}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escape(page.title)}</title>`,
    '<link rel="icon" href="/favicon.svg" type="image/svg+xml">',
    ...[inter, ...fonts].map((font) => `<link rel="preload" href="${font}" as="font" type="font/woff2" crossorigin>`),
    ...(entry?.css ?? []).map((file) => `<link rel="stylesheet" href="/${file}">`),
    ...[...modules].map((file) => `<link rel="modulepreload" href="/${file}">`),
    entry === undefined ? '' : `<script type="module" src="/${entry.file}"></script>`,
    '</head><body>',
    `<div id="root">${page.body}</div>`,
    `<script type="application/json" id="given">${JSON.stringify(page.given).replaceAll('<', '\\u003c')}</script>`,
    '</body></html>',
  ].join('')
}

/** A built file and everything that it imports at once. */
function filesOf(source: string, found = new Set<string>()): Set<string> {
  const built = BUILT_FILES[source]
  if (built === undefined || found.has(built.file)) return found
  found.add(built.file)
  for (const part of built.imports ?? []) filesOf(part, found)
  return found
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
