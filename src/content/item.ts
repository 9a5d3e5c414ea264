import { statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { z } from 'zod'
import type { Item } from '../domain/item.ts'
import { readExercise } from './exercise.ts'
import { NAME } from './fields.ts'
import { readFolder, type Folder } from './folder.ts'
import { splitFrontMatter } from './front-matter.ts'
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

/** Reads an item folder: an exercise or a question, by the file that it holds. */
export function readItem(
  place: { readonly slug: string; readonly topic: string },
  folder: Folder,
): { readonly item: Item | undefined; readonly problems: readonly Problem[] } {
  const misnamed = NAME.test(place.slug)
    ? []
    : [{ where: folder.name, what: `"${place.slug}" is not kebab-case.`, fix: 'Rename the folder, e.g. scores-that-overflow.' }]
  const kinds = ['exercise.md', 'question.md'].filter(
    (file) => folder.files.has(file) || folder.problems.some(({ where }) => where === `${folder.name}/${file}`),
  )
  if (kinds.length !== 1) {
    const what = kinds.length === 0 ? 'Holds neither exercise.md nor question.md.' : 'Holds both exercise.md and question.md.'
    const fix = 'An item folder holds exactly one of the two; `onsite new exercise` writes one.'
    return { item: undefined, problems: [...misnamed, ...folder.problems, { where: folder.name, what, fix }] }
  }
  const { item, problems } = kinds[0] === 'exercise.md' ? readExercise(place, folder) : readQuestion(place, folder)
  return { item: misnamed.length > 0 ? undefined : item, problems: [...misnamed, ...problems] }
}

function topicOf(folder: Folder): string {
  const source = folder.files.get('exercise.md') ?? folder.files.get('question.md') ?? ''
  const schema = z.object({ patterns: z.array(z.string()) })
  const { value } = parseYaml(schema, splitFrontMatter(source).yaml ?? '', { name: '', offset: 0 })
  return value?.patterns[0]?.split('/')[0] ?? ''
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
