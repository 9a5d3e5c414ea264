import { statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { z } from 'zod'
import type { Item } from '../domain/item.ts'
import type { PartsFile } from './case-file.ts'
import { readDesign } from './design.ts'
import { readEstimation } from './estimation.ts'
import { readExercise } from './exercise.ts'
import { NAME } from './fields.ts'
import { readFolder, type Folder } from './folder.ts'
import { splitFrontMatter } from './front-matter.ts'
import { ITEM_PAGES } from './item-folder.ts'
import type { Problem } from './problem.ts'
import { readQuestion } from './question.ts'
import { parseYaml } from './yaml.ts'

/** Reads one item folder anywhere on disk. Its topic is that of its first pattern. */
export function loadItem(path: string): { readonly item: Item | undefined; readonly problems: readonly Problem[] } {
  const absolute = resolve(path)
  const slug = basename(absolute)
  if (!isDirectory(absolute)) {
    return { item: undefined, problems: [{ where: path, what: 'Is not a folder.', fix: 'Give the path of an item folder.' }] }
  }
  const folder = readFolder(absolute, slug)
  return readItem({ slug, topic: topicOf(folder) }, folder)
}

/** Reads an item folder: an exercise, a lab, a question, a drill or a design, by the page that it holds. `parts`: those that designs share, where they are known already. */
export function readItem(
  place: { readonly slug: string; readonly topic: string; readonly parts?: PartsFile },
  folder: Folder,
): { readonly item: Item | undefined; readonly problems: readonly Problem[] } {
  const misnamed = NAME.test(place.slug)
    ? []
    : [{ where: folder.name, what: `"${place.slug}" is not kebab-case.`, fix: 'Rename the folder, e.g. scores-that-overflow.' }]
  const pages = Object.values(ITEM_PAGES).filter(
    (file) => folder.files.has(file) || folder.problems.some(({ where }) => where === `${folder.name}/${file}`),
  )
  const [page] = pages
  if (page === undefined || pages.length > 1) {
    const what = page === undefined ? `Holds none of ${Object.values(ITEM_PAGES).join(', ')}.` : `Holds both ${pages.join(' and ')}.`
    const fix = 'An item folder holds exactly one of them; `onsite new exercise` writes one.'
    return { item: undefined, problems: [...misnamed, ...folder.problems, { where: folder.name, what, fix }] }
  }
  const { item, problems } =
    page === 'question.md' ? readAsked(place, folder) : page === 'design.md' ? readDesign(place, folder) : readExercise(place, folder, page)
  return { item: misnamed.length > 0 ? undefined : item, problems: [...misnamed, ...problems] }
}

/** A question is explained, or estimated. */
function readAsked(place: { readonly slug: string; readonly topic: string }, folder: Folder) {
  const { yaml } = splitFrontMatter(folder.files.get('question.md') ?? '')
  const { value } = parseYaml(z.object({ form: z.string() }), yaml ?? '', { name: '', offset: 0 })
  return value?.form === 'estimate' ? readEstimation(place, folder) : readQuestion(place, folder)
}

function topicOf(folder: Folder): string {
  const source =
    Object.values(ITEM_PAGES)
      .map((page) => folder.files.get(page))
      .find((text) => text !== undefined) ?? ''
  const schema = z.object({ patterns: z.array(z.string()) })
  const { value } = parseYaml(schema, splitFrontMatter(source).yaml ?? '', { name: '', offset: 0 })
  return value?.patterns[0]?.split('/')[0] ?? ''
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
