import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { createHighlighterCore, type HighlighterCore } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'

/** The languages that code in content is written in. */
const LANGUAGES = ['python', 'sql', 'bash', 'json', 'yaml', 'dockerfile'] as const

/** Both have at least 4.5:1 contrast on a near-white and a near-black ground. */
const THEMES = { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' } as const

let highlighter: Promise<HighlighterCore> | undefined

/** Grammars take time to load: once, with the first page that is rendered. */
function getHighlighter(): Promise<HighlighterCore> {
  highlighter ??= createHighlighterCore({
    langs: [
      import('shiki/langs/python.mjs'),
      import('shiki/langs/sql.mjs'),
      import('shiki/langs/bash.mjs'),
      import('shiki/langs/json.mjs'),
      import('shiki/langs/yaml.mjs'),
      import('shiki/langs/dockerfile.mjs'),
    ],
    themes: [import('shiki/themes/github-light-high-contrast.mjs'), import('shiki/themes/github-dark-high-contrast.mjs')],
    engine: createJavaScriptRegexEngine(),
  })
  return highlighter
}

/** Colours fenced code by the variables `--shiki-light` and `--shiki-dark`; the client's style sheet picks one. */
export function rehypeHighlight() {
  return async (root: Root, file: VFile): Promise<undefined> => {
    const blocks: { readonly pre: Element; readonly code: Element; readonly language: string }[] = []
    visit(root, 'element', (pre) => {
      const [code] = pre.children
      if (pre.tagName !== 'pre' || code?.type !== 'element' || code.tagName !== 'code') return
      const classes = code.properties['className']
      const name = Array.isArray(classes) ? classes.map(String).find((one) => one.startsWith('language-')) : undefined
      pre.properties['tabIndex'] = 0
      if (name !== undefined) blocks.push({ pre, code, language: name.slice('language-'.length) })
    })
    if (blocks.length === 0) return
    const shiki = await getHighlighter()
    for (const { pre, code, language } of blocks) {
      if (language === 'text') continue
      if (!LANGUAGES.some((known) => known === language)) {
        file.message(`Code in "${language}" is not coloured: use ${LANGUAGES.join(', ')} or text.`, {
          place: code.position,
          ruleId: 'language',
          source: 'onsite',
        })
        continue
      }
      // By default a line that takes half a second is given up, which a busy machine's first line does: what follows would be coloured as text.
      const options = { lang: language, themes: THEMES, defaultColor: false, tokenizeTimeLimit: 0 } as const
      const tree = shiki.codeToHast(toString(code).replace(/\n$/, ''), options)
      const coloured = tree.children[0]
      const inner = coloured?.type === 'element' ? coloured.children[0] : undefined
      if (coloured?.type !== 'element' || inner?.type !== 'element') continue
      // The page's own ground stays: only the colours of the words are taken.
      pre.properties['className'] = ['shiki']
      code.children = inner.children
    }
  }
}
