import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import mono from '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2?url'
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url'
import type { Given } from './given.ts'
import type { Theme } from './theme.ts'

/** The screens that are built to files of their own, with the font that each shows first. */
const SCREENS: Readonly<Record<string, { readonly source: string; readonly font: string | undefined }>> = {
  '/': { source: 'src/web/home/screen.tsx', font: undefined },
  '/topics/$topic': { source: 'src/web/guide/screen.tsx', font: serif },
  '/patterns/$topic/$pattern': { source: 'src/web/pattern/screen.tsx', font: serif },
  '/items': { source: 'src/web/items/screen.tsx', font: undefined },
  '/items/$slug': { source: 'src/web/item/screen.tsx', font: mono },
  '/search': { source: 'src/web/search/screen.tsx', font: undefined },
  '/status': { source: 'src/web/status/screen.tsx', font: undefined },
}

/** A whole page around the rendered body. No inline script: what the client needs to know is inert JSON. */
export function documentOf(page: {
  readonly title: string
  readonly theme: Theme
  /** Id of the route that is shown. */
  readonly route: string
  readonly body: string
  readonly given: Given
}): string {
  const screen = SCREENS[page.route]
  const entry = Object.values(BUILT_FILES).find(({ isEntry }) => isEntry)
  const modules = [...filesOf(screen?.source ?? '')].filter((file) => file !== entry?.file)
  const fonts = [inter, screen?.font].filter((font) => font !== undefined)
  return [
    `<!doctype html><html lang="en" data-theme="${page.theme}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escape(page.title)}</title>`,
    '<link rel="icon" href="/favicon.svg" type="image/svg+xml">',
    ...fonts.map((font) => `<link rel="preload" href="${font}" as="font" type="font/woff2" crossorigin>`),
    ...(entry?.css ?? []).map((file) => `<link rel="stylesheet" href="/${file}">`),
    ...modules.map((file) => `<link rel="modulepreload" href="/${file}">`),
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
