import type { Element, Root } from 'hast'
import rehypeRaw from 'rehype-raw'
import rehypeSanitize from 'rehype-sanitize'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { svgSchema } from './safe-html.ts'

const parser = unified().use(rehypeRaw).use(rehypeSanitize, svgSchema)

/**
 * A figure's SVG as a tree that may stand in a page, so that `currentColor` follows the theme. Undefined when it holds no SVG.
 * `name` keeps its ids apart from those of other figures; `text` says what it shows.
 */
export function figureTree(svg: string, { name, text }: { readonly name: string; readonly text: string }): Element | undefined {
  const markup = svg.replace(/<\?xml[^>]*\?>/, '').replace(/<!DOCTYPE[^>]*>/i, '')
  const root = parser.runSync({ type: 'root', children: [{ type: 'raw', value: markup }] }) as Root
  const picture = root.children.find((node): node is Element => node.type === 'element' && node.tagName === 'svg')
  if (picture === undefined) return undefined
  visit(picture, 'element', (element) => {
    for (const [key, value] of Object.entries(element.properties)) element.properties[key] = keepLocal(key, value, name)
  })
  // The text beside the figure says it all: what is inside would be read out in pieces, and a <title> would show as a tooltip.
  picture.children = picture.children.filter((node) => node.type !== 'element' || node.tagName !== 'title')
  const { width: _width, height: _height, ariaLabelledBy: _label, ...properties } = picture.properties
  picture.properties = { ...properties, role: 'img', ariaLabel: text }
  return { type: 'element', tagName: 'figure', properties: { className: ['picture'] }, children: [picture] }
}

/** Ids and what refers to them get the figure's name; `url()` may only point inside the figure. */
function keepLocal(key: string, value: Element['properties'][string], name: string): Element['properties'][string] {
  if (key === 'id') return `${name}-${String(value)}`
  if (typeof value !== 'string' || !/url\s*\(/i.test(value)) return value
  const target = /^\s*url\(\s*['"]?#([\w-]+)['"]?\s*\)\s*$/.exec(value)?.[1]
  return target === undefined ? undefined : `url(#${name}-${target})`
}
