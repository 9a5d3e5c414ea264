import { join } from 'node:path'
import { sortOf } from '../content/item-folder.ts'
import { loadLibrary } from '../content/library.ts'
import { readVariants } from '../content/variants.ts'
import { derivedEntries } from '../derive/derive.ts'
import type { DerivedEntry } from '../domain/derived.ts'
import type { Item } from '../domain/item.ts'
import { UserError } from '../domain/user-error.ts'
import { command } from './command.ts'
import { paintFor } from './paint.ts'

export const items = command({
  meta: { name: 'items', description: 'List everything to do: exercises, labs, questions, drills and designs.' },
  args: {
    topic: { type: 'string', description: 'Only those of this topic.' },
    derived: { type: 'boolean', description: 'What is made of them instead: bugs to find, values to predict, patterns to recognise.' },
    json: { type: 'boolean', description: 'One JSON array.' },
  },
  run: async ({ topic, derived, json }, shell) => {
    const { library, problems } = loadLibrary(join(shell.project, 'content'))
    const all = [...library.items.values()]
    const topics = [...new Set(all.map((item) => item.topic))]
    if (topic !== undefined && !topics.includes(topic)) {
      throw new UserError(`There is no topic "${topic}".`, { where: '--topic', fix: `Name one of ${topics.join(', ')}.` })
    }
    const chosen = all.filter((item) => topic === undefined || item.topic === topic)
    if (problems.length > 0)
      shell.stderr.write(
        `The content has ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}; items that cannot be read are left out. \`onsite check\` names them.\n`,
      )
    const paint = paintFor(shell.stdout, shell.env)
    if (derived) {
      const made = chosen.map((item) => ({ item, entries: derivedEntries(item, { library, variantsOf: readVariants }) }))
      if (json) shell.stdout.write(`${JSON.stringify(made.flatMap(({ entries }) => entries).map(derivedJson), null, 2)}\n`)
      else shell.stdout.write(made.map(({ item, entries }) => `${paint.bold(item.slug)}\n${entries.map(derivedLine).join('')}`).join(''))
      return 0
    }
    if (json) shell.stdout.write(`${JSON.stringify(chosen.map(itemJson), null, 2)}\n`)
    else {
      const width = Math.max(0, ...chosen.map(({ slug }) => slug.length))
      for (const one of topics.filter((id) => topic === undefined || id === topic)) {
        const rows = chosen
          .filter((item) => item.topic === one)
          .map((item) => `  ${item.slug.padEnd(width)}  ${paint.dim(describe(item))}\n`)
        shell.stdout.write(`${paint.bold(one)}\n${rows.join('')}\n`)
      }
    }
    return 0
  },
})

function describe(item: Item): string {
  const sort = sortOf(item)
  const what = sort === 'exercise' && item.kind === 'exercise' ? item.runtime : sort
  return `${what.padEnd(8)}  ${item.difficulty.padEnd(7)}  ${String(item.minutes).padStart(3)} min  ${item.title}`
}

function derivedLine({ id, minutes }: DerivedEntry): string {
  return `  ${id}  ${minutes} min\n`
}

function derivedJson({ id, form, context, topic, patterns, difficulty, minutes }: DerivedEntry) {
  return { id, form, context, topic, patterns, difficulty, minutes }
}

function itemJson(item: Item) {
  const { slug, topic, kind, title, form, patterns, difficulty, minutes } = item
  return {
    slug,
    topic,
    kind,
    sort: sortOf(item),
    title,
    form,
    patterns,
    difficulty,
    minutes,
    runtime: item.kind === 'exercise' ? item.runtime : null,
  }
}
