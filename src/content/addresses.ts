import { readFileSync } from 'node:fs'
import type { Element, ElementContent, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { figureTree } from './figure.ts'
import { figurePath } from './pages.ts'

/** Where the site shows what content links to. */
const SHELVES: Readonly<Record<string, string>> = { pattern: '/patterns/', topic: '/topics/', item: '/items/' }

/** What holds words only: a figure inside would end it early. */
const INLINE: readonly string[] = ['p', 'a', 'em', 'strong', 'del', 'h2', 'h3', 'h4', 'h5', 'h6', 'span', 'b', 'i']

/** Where a link of content leads on the site; any other address stays as it is. */
function hrefOf(address: string): string {
  const [, scheme = '', rest = ''] = /^([a-z]+):(.*)$/s.exec(address) ?? []
  const shelf = SHELVES[scheme]
  return shelf === undefined ? address : `${shelf}${rest}`
}

/** Resolves links to content, marks links that leave, and puts figures in the place of images. Runs after sanitising. */
export function rehypeAddresses({ root: contentRoot, topic }: { readonly root: string; readonly topic: string }) {
  return (root: Root, file: VFile): undefined => {
    visit(root, 'element', (element, index, parent) => {
      if (element.tagName === 'a' && typeof element.properties['href'] === 'string') {
        const href = hrefOf(element.properties['href'])
        element.properties['href'] = href
        if (/^https?:/.test(href)) element.properties['rel'] = ['noopener', 'noreferrer']
        return undefined
      }
      const image = imageOf(element)
      if (image === undefined || parent === undefined || index === undefined) return undefined
      const { src, alt } = { src: String(image.properties['src'] ?? ''), alt: String(image.properties['alt'] ?? '') }
      const complain = (what: string): ElementContent => {
        file.message(what, { place: image.position, ruleId: 'figure', source: 'onsite' })
        return { type: 'text', value: alt }
      }
      if (parent.type === 'element' && INLINE.includes(parent.tagName)) {
        parent.children[index] = complain('A picture in the middle of a sentence: give it a paragraph of its own.')
      } else {
        const missing = () =>
          ({
            type: 'element',
            tagName: 'p',
            properties: {},
            children: [complain(`There is no picture "${src}".`)],
          }) satisfies ElementContent
        parent.children[index] = readFigure(contentRoot, topic, src, alt) ?? missing()
      }
      return [SKIP, index + 1]
    })
  }
}

/** The image that an element is, or that is all there is in a paragraph. */
function imageOf(element: Element): Element | undefined {
  if (element.tagName === 'img') return element
  const [only, ...rest] = element.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  const alone = element.tagName === 'p' && rest.length === 0 && only?.type === 'element' && only.tagName === 'img'
  return alone ? only : undefined
}

function readFigure(root: string, topic: string, src: string, alt: string): Element | undefined {
  const path = figurePath(root, topic, src)
  if (path === undefined) return undefined
  try {
    return figureTree(readFileSync(path, 'utf8'), { name: src.slice('figures/'.length, -'.svg'.length), text: alt })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
