import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Image, Link, Definition } from 'mdast'
import { visit } from 'unist-util-visit'
import { findItemFolder } from '../content/item-folder.ts'
import { figurePath } from '../content/pages.ts'
import { parseMarkdown } from '../content/parser.ts'
import type { Problem } from '../content/problem.ts'
import type { Library } from '../domain/library.ts'
import type { Shelf } from './subject.ts'

/** Links to content point at something that is there, and every picture exists and says what it shows. */
export function checkLinks({ library, pages }: Shelf): readonly Problem[] {
  return pages.flatMap((page) => {
    const problems: Problem[] = []
    visit(parseMarkdown(page.body), ['link', 'definition', 'image', 'imageReference'], (visited) => {
      const node = visited as Link | Definition | Image
      const where = `${page.name}:${node.position?.start.line ?? 1}`
      if ('alt' in node && (node.alt ?? '').trim() === '') {
        problems.push({
          where,
          what: 'A picture without a text.',
          fix: 'Say in the brackets what the picture says: `![what it shows](figures/name.svg)`.',
        })
      }
      if (node.url === undefined) return
      const problem = node.type === 'image' ? imageProblem(node.url, page.topic, library) : linkProblem(node.url, library)
      if (problem !== undefined) problems.push({ where, ...problem })
    })
    return problems
  })
}

function linkProblem(url: string, library: Library): { readonly what: string; readonly fix: string } | undefined {
  const [, scheme = '', rest = ''] = /^([a-z]+):(.*)$/s.exec(url) ?? []
  if (scheme === 'pattern' || scheme === 'topic' || scheme === 'item') {
    if (isThere(scheme, rest, library)) return undefined
    return { what: `Links to the ${scheme} "${rest}", which is not there.`, fix: `Mend the link, or write the ${scheme}.` }
  }
  if (['http', 'https', 'mailto'].includes(scheme) || url.startsWith('#')) return undefined
  return {
    what: `Links to "${url}".`,
    fix: 'Link to content with pattern:<topic>/<pattern>, topic:<topic> or item:<slug>, to the web with https.',
  }
}

/** Looks at the files: what did not load is reported where it stands, not once more at every link. */
function isThere(scheme: 'pattern' | 'topic' | 'item', rest: string, { root }: Library): boolean {
  if (scheme === 'item') return findItemFolder(root, rest) !== undefined
  if (!/^[a-z0-9-]+(\/[a-z0-9-]+)?$/.test(rest)) return false
  return existsSync(join(root, scheme === 'topic' ? join(rest, 'topic.md') : `${rest.replace('/', '/patterns/')}.md`))
}

function imageProblem(url: string, topic: string, library: Library): { readonly what: string; readonly fix: string } | undefined {
  const path = figurePath(library.root, topic, url)
  if (path === undefined) return { what: `Shows "${url}".`, fix: 'A picture is figures/<name>.svg in the folder of its topic.' }
  return existsSync(path) ? undefined : { what: `There is no picture ${url}.`, fix: `Draw content/${topic}/${url}, or mend the name.` }
}
