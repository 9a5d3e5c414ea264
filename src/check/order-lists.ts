import { join } from 'node:path'
import { NAME } from '../content/fields.ts'
import { entriesOf, readText } from '../content/folder.ts'
import { nameIn } from '../content/library.ts'
import type { Problem } from '../content/problem.ts'
import type { Library } from '../domain/library.ts'

/** The lists of `topic.md` name every pattern, exercise, lab, question and design of the topic's folders, once. */
export function checkOrderLists(library: Library): readonly Problem[] {
  return library.topics.flatMap((topic) => {
    const path = join(library.root, topic.id)
    const guide = join(path, 'topic.md')
    const name = nameIn(library.root, guide)
    const text = readText(guide, name).text
    const lists = {
      patterns: topic.patterns.map((id) => id.slice(topic.id.length + 1)),
      exercises: topic.exercises,
      labs: topic.labs,
      questions: topic.questions,
      designs: topic.designs,
    }
    return Object.entries(lists).flatMap(([key, listed]) => {
      const where = `${name}:${Math.max(1, text.split('\n').findIndex((line) => line.startsWith(`${key}:`)) + 1)}`
      const ending = key === 'patterns' ? '.md' : ''
      // What is misnamed is an unexpected file, reported as that.
      const there = entriesOf(join(path, key)).flatMap(({ name: file }) => {
        const own = file.slice(0, file.length - ending.length)
        return file.endsWith(ending) && NAME.test(own) ? [own] : []
      })
      const missing = there
        .filter((one) => !listed.includes(one))
        .map((one) => ({
          where,
          what: `\`${key}\` does not name ${one}.`,
          fix: `Add ${one} at its place in the learning order, or remove its files.`,
        }))
      const unknown = listed
        .filter((one) => !there.includes(one))
        .map((one) => ({
          where,
          what: `\`${key}\` names ${one}, which is not there.`,
          fix: `Write ${nameIn(library.root, join(path, key))}/${one}${ending}, or take it off the list.`,
        }))
      const twice = [...new Set(listed.filter((one, index) => listed.indexOf(one) !== index))].map((one) => ({
        where,
        what: `\`${key}\` names ${one} twice.`,
        fix: 'Name it once.',
      }))
      return [...missing, ...unknown, ...twice]
    })
  })
}
