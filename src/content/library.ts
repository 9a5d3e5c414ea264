import { basename, join, resolve } from 'node:path'
import type { Item } from '../domain/item.ts'
import type { Library } from '../domain/library.ts'
import type { Pattern } from '../domain/pattern.ts'
import type { Topic } from '../domain/topic.ts'
import { UserError } from '../domain/user-error.ts'
import type { PartsFile } from './case-file.ts'
import { NAME } from './fields.ts'
import { entriesOf, readFolder, readText } from './folder.ts'
import { directoryOf, ITEM_DIRECTORIES } from './item-folder.ts'
import { readItem } from './item.ts'
import { PARTS_FILE, readParts } from './parts.ts'
import { readPattern } from './pattern.ts'
import { inReadingOrder, type Problem } from './problem.ts'
import { listedItems, readTopic } from './topic.ts'

/** Reads a content tree. What is malformed is a problem and left out; everything else loads. */
export function loadLibrary(root: string): { readonly library: Library; readonly problems: readonly Problem[] } {
  const path = resolve(root)
  const entries = entriesOf(path)
  if (entries.length === 0) {
    throw new UserError('There is no content here.', {
      where: path,
      fix: 'Run the command in a clone of Onsite, or name a folder of topics.',
    })
  }
  const problems: Problem[] = []
  const shared = entries.some((entry) => entry.isFile() && entry.name === PARTS_FILE)
    ? readParts(path, `${basename(path)}/${PARTS_FILE}`)
    : { parts: {}, problems: [] }
  problems.push(...shared.problems)
  const shelves = entries.flatMap((entry) => {
    const name = `${basename(path)}/${entry.name}`
    if (entry.isDirectory() && NAME.test(entry.name)) return [readShelf(entry.name, join(path, entry.name), name, shared.parts)]
    if (entry.isFile() && entry.name === PARTS_FILE) return []
    const what = entry.isDirectory() ? `"${entry.name}" is not kebab-case.` : 'Unexpected file.'
    problems.push({ where: name, what, fix: `Only ${PARTS_FILE} and folders of topics stand here, named in kebab-case.` })
    return []
  })
  shelves.sort((a, b) => (a.topic?.order ?? Number.MAX_SAFE_INTEGER) - (b.topic?.order ?? Number.MAX_SAFE_INTEGER))
  const items = new Map<string, Item>()
  for (const shelf of shelves) {
    problems.push(...shelf.problems)
    for (const item of inListedOrder(shelf)) {
      const twin = items.get(item.slug)
      if (twin === undefined) items.set(item.slug, item)
      else
        problems.push({
          where: nameIn(path, item.folder),
          what: `${nameIn(path, twin.folder)} has the same slug.`,
          fix: 'Rename one: a slug is unique in the whole tree.',
        })
    }
  }
  const topics = shelves.flatMap(({ topic }) => (topic === undefined ? [] : [topic]))
  const patterns = new Map(shelves.flatMap((shelf) => shelf.patterns.map((pattern) => [pattern.id, pattern])))
  return { library: { topics, patterns, items, root: path }, problems: inReadingOrder(problems) }
}

/** Everything of one topic. */
interface Shelf {
  readonly topic: Topic | undefined
  readonly patterns: readonly Pattern[]
  readonly items: readonly Item[]
  readonly problems: readonly Problem[]
}

function readShelf(id: string, path: string, name: string, parts: PartsFile): Shelf {
  const problems: Problem[] = []
  const report = <T extends { readonly problems: readonly Problem[] }>(read: T): T => {
    problems.push(...read.problems)
    return read
  }
  for (const entry of entriesOf(path)) {
    const expected = entry.isDirectory() ? ['figures', 'patterns', ...ITEM_DIRECTORIES].includes(entry.name) : entry.name === 'topic.md'
    if (expected) continue
    const fix = `A topic holds topic.md and the folders figures, patterns, ${ITEM_DIRECTORIES.join(', ')}.`
    problems.push({ where: `${name}/${entry.name}`, what: `Unexpected ${entry.isDirectory() ? 'folder' : 'file'}.`, fix })
  }
  const topic = report(readGuide(id, path, name)).topic

  const patterns = entriesOf(join(path, 'patterns')).flatMap((entry) => {
    const file = `${name}/patterns/${entry.name}`
    const pattern = entry.name.endsWith('.md') ? entry.name.slice(0, -3) : ''
    if (!entry.isFile() || !NAME.test(pattern)) {
      problems.push({ where: file, what: 'Unexpected file.', fix: 'A pattern is a file <pattern>.md, its name in kebab-case.' })
      return []
    }
    const { text, problem } = readText(join(path, 'patterns', entry.name), file)
    if (problem !== undefined) problems.push(problem)
    if (problem !== undefined) return []
    const read = report(readPattern({ id: `${id}/${pattern}`, topic: id }, text, file))
    return read.pattern === undefined ? [] : [read.pattern]
  })

  for (const entry of entriesOf(join(path, 'figures'))) {
    if (entry.isFile() && /^[a-z][a-z0-9]*(-[a-z0-9]+)*\.svg$/.test(entry.name)) continue
    problems.push({
      where: `${name}/figures/${entry.name}`,
      what: 'Unexpected file.',
      fix: 'A figure is a file <name>.svg, its name in kebab-case.',
    })
  }

  const items = ITEM_DIRECTORIES.flatMap((directory) =>
    entriesOf(join(path, directory)).flatMap((entry) => {
      const place = `${name}/${directory}/${entry.name}`
      if (!entry.isDirectory()) {
        problems.push({ where: place, what: 'Unexpected file.', fix: 'Each item is a folder of its own.' })
        return []
      }
      const folder = readFolder(join(path, directory, entry.name), place)
      const { item } = report(readItem({ slug: entry.name, topic: id, parts }, folder))
      if (item === undefined) return []
      const right = directoryOf(item)
      if (right === directory) return [item]
      problems.push({ where: place, what: `Belongs to the ${right}.`, fix: `Move it to ${name}/${right}/.` })
      return []
    }),
  )
  return { topic, patterns, items, problems }
}

function readGuide(id: string, path: string, name: string): { readonly topic: Topic | undefined; readonly problems: readonly Problem[] } {
  if (!entriesOf(path).some((entry) => entry.name === 'topic.md' && entry.isFile())) {
    const fix = `Write ${name}/topic.md; \`onsite new topic\` makes one.`
    return { topic: undefined, problems: [{ where: name, what: 'topic.md is missing.', fix }] }
  }
  const { text, problem } = readText(join(path, 'topic.md'), `${name}/topic.md`)
  return problem === undefined ? readTopic(id, text, `${name}/topic.md`) : { topic: undefined, problems: [problem] }
}

function inListedOrder({ topic, items }: Shelf): readonly Item[] {
  const listed = topic === undefined ? [] : listedItems(topic)
  const place = (item: Item) => (listed.includes(item.slug) ? listed.indexOf(item.slug) : listed.length)
  return items
    .map((item, index) => ({ item, index }))
    .sort((a, b) => place(a.item) - place(b.item) || a.index - b.index)
    .map(({ item }) => item)
}

/** How messages name a path below the content root. */
export function nameIn(root: string, path: string): string {
  return `${basename(root)}${path.slice(root.length).replaceAll('\\', '/')}`
}
