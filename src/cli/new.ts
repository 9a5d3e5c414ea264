import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { NAME } from '../content/fields.ts'
import { findItemFolder } from '../content/item-folder.ts'
import { loadLibrary } from '../content/library.ts'
import { addToOrderList } from '../content/order-list.ts'
import type { Library } from '../domain/library.ts'
import { PYTHON_RUNTIMES, type PythonRuntime, RUNTIMES } from '../domain/runtime.ts'
import { UserError } from '../domain/user-error.ts'
import { command } from './command.ts'
import { paintFor } from './paint.ts'
import { design } from './template/design.ts'
import { pythonExercise, sqlExercise } from './template/exercise.ts'
import { lab } from './template/lab.ts'
import { manifestExercise } from './template/manifest.ts'
import { drill, pattern, question, topic } from './template/text.ts'

const KINDS = ['exercise', 'lab', 'question', 'drill', 'design', 'pattern', 'topic'] as const
type Kind = (typeof KINDS)[number]

export const create = command({
  meta: {
    name: 'new',
    description: 'Write a new exercise, lab, question, drill, design, pattern or topic that passes the check but for its TODO words.',
  },
  args: {
    kind: { type: 'positional', required: true, description: `${KINDS.join(', ')}.` },
    name: { type: 'positional', required: true, description: '<topic>/<name>; for a topic, its name. Kebab-case.' },
    runtime: { type: 'enum', options: [...RUNTIMES], default: 'python', description: 'What an exercise or a lab runs on.' },
    pattern: {
      type: 'string',
      valueHint: 'topic/pattern',
      description: "The pattern that an item exercises; the topic's first when not given.",
    },
    json: { type: 'boolean', description: 'Print {"files"} as JSON.' },
  },
  run: async ({ kind, name, runtime, pattern: chosen, json }, shell) => {
    const root = join(shell.project, 'content')
    const { library } = loadLibrary(root)
    const known = KINDS.find((one) => one === kind)
    if (known === undefined)
      throw new UserError(`There is no kind "${kind}".`, { where: 'onsite new', fix: `Name one of ${KINDS.join(', ')}.` })
    const [topicId = '', own = ''] = known === 'topic' ? [name] : name.split('/')
    if (
      ![topicId, ...(known === 'topic' ? [] : [own])].every((part) => NAME.test(part)) ||
      name.split('/').length !== (known === 'topic' ? 1 : 2)
    ) {
      const example = known === 'topic' ? '`onsite new topic tensors`' : `\`onsite new ${known} tensors/scores-that-overflow\``
      throw new UserError(`"${name}" does not name a new ${known}.`, {
        where: 'onsite new',
        fix: `Write it in kebab-case, e.g. ${example}.`,
      })
    }
    const files = filesOf({ kind: known, topicId, own, runtime, pattern: chosen }, library)
    for (const path of Object.keys(files)) {
      if (existsSync(join(root, path)))
        throw new UserError('It is there already.', { where: `content/${path}`, fix: 'Choose another name.' })
    }
    const registered = known === 'topic' ? {} : register(root, topicId, known, own)
    for (const [path, text] of Object.entries({ ...files, ...registered })) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    const written = Object.keys(files).map((path) => relative(shell.cwd, join(root, path)))
    const paint = paintFor(shell.stdout, shell.env)
    const said = [
      ...written.map((path) => `  ${path}`),
      '',
      paint.dim(`Replace each TODO, then: onsite check ${known === 'pattern' || known === 'topic' ? `content/${topicId}` : own}`),
      '',
    ]
    shell.stdout.write(json ? `${JSON.stringify({ files: written })}\n` : said.join('\n'))
    return 0
  },
})

interface Wanted {
  readonly kind: Kind
  readonly topicId: string
  readonly own: string
  readonly runtime: string
  readonly pattern: string | undefined
}

/** Paths below content/ and their texts. */
function filesOf({ kind, topicId, own, runtime, pattern: chosen }: Wanted, library: Library): Readonly<Record<string, string>> {
  if (kind === 'topic') return { [`${topicId}/topic.md`]: topic(10 + Math.max(0, ...library.topics.map(({ order }) => order))) }
  const shelf = library.topics.find(({ id }) => id === topicId)
  if (shelf === undefined) {
    const fix = existsSync(join(library.root, topicId))
      ? `Mend content/${topicId}/topic.md: \`onsite check\` says how.`
      : `\`onsite new topic ${topicId}\` makes it.`
    throw new UserError(`There is no topic "${topicId}".`, { where: 'onsite new', fix })
  }
  if (kind === 'pattern') return { [`${topicId}/patterns/${own}.md`]: pattern() }
  const twin = findItemFolder(library.root, own)
  if (twin !== undefined)
    throw new UserError('There is an item of that name.', {
      where: relative(dirname(library.root), twin),
      fix: 'A slug is unique in the whole tree: choose another.',
    })
  const exercised = chosen ?? shelf.patterns[0]
  if (exercised === undefined || !library.patterns.has(exercised)) {
    const message =
      exercised === undefined ? `The topic "${topicId}" has no pattern that an item could exercise.` : `There is no pattern "${exercised}".`
    throw new UserError(message, { where: 'onsite new', fix: `\`onsite new pattern ${topicId}/<name>\` makes one.` })
  }
  const files = itemFiles(kind, runtime, exercised)
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${topicId}/${listOf(kind)}/${own}/${path}`, text]))
}

function itemFiles(kind: Exclude<Kind, 'topic' | 'pattern'>, runtime: string, pattern: string): Readonly<Record<string, string>> {
  switch (kind) {
    case 'question':
      return question(pattern)
    case 'drill':
      return drill(pattern)
    case 'design':
      return design(pattern)
    case 'lab':
      return lab(pythonRuntime(runtime), pattern)
    case 'exercise':
      if (runtime === 'dockerfile' || runtime === 'kubernetes') return manifestExercise(runtime, pattern)
      return runtime === 'postgres' ? sqlExercise(pattern) : pythonExercise(pythonRuntime(runtime), pattern)
  }
}

/** The list of topic.md, and the folder, that it belongs to: a drill is a question that asks for numbers. */
function listOf(kind: Exclude<Kind, 'topic'>): 'exercises' | 'labs' | 'questions' | 'designs' | 'patterns' {
  return kind === 'drill' ? 'questions' : `${kind}s`
}

function pythonRuntime(runtime: string): PythonRuntime {
  const found = PYTHON_RUNTIMES.find((one) => one === runtime)
  if (found !== undefined) return found
  throw new UserError('A world is written in Python.', { where: `--runtime ${runtime}`, fix: 'Choose python, data or torch.' })
}

function register(root: string, topicId: string, kind: Exclude<Kind, 'topic'>, own: string): Readonly<Record<string, string>> {
  const path = `${topicId}/topic.md`
  const changed = addToOrderList(readFileSync(join(root, path), 'utf8'), listOf(kind), own)
  if (changed === undefined)
    throw new UserError('Its front matter cannot be read.', { where: `content/${path}`, fix: '`onsite check` says what is wrong.' })
  return { [path]: changed }
}
