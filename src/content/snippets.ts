import type { Snippet } from '../domain/item.ts'
import type { Folder } from './folder.ts'
import type { Problem } from './problem.ts'

const HEAD = '# %% '

/** More values of one name would only be the same question again. */
const MOST_VALUES = 6

/**
 * Reads `predict.py`: parts that begin with `# %% question`. Lines `# with name: a | b` below it make one snippet for
 * each value, which the name stands for.
 */
export function readSnippets(folder: Folder): { readonly snippets: readonly Snippet[]; readonly problems: readonly Problem[] } {
  const source = folder.files.get('predict.py')
  if (source === undefined) return { snippets: [], problems: [] }
  const name = `${folder.name}/predict.py`
  const lines = source.split('\n')
  const starts = lines.flatMap((line, index) => (line.startsWith('# %%') ? [index] : []))
  const problems: Problem[] = []
  const before = lines.slice(0, starts[0] ?? lines.length).findIndex((line) => line.trim() !== '')
  if (before !== -1 || starts.length === 0) {
    problems.push({
      where: `${name}:${Math.max(0, before) + 1}`,
      what: 'Does not begin with a question.',
      fix: `Begin each part with \`${HEAD}What does it return?\`.`,
    })
  }
  const snippets = starts.flatMap((start, place) => {
    const where = `${name}:${start + 1}`
    const question = (lines[start] ?? '').slice(HEAD.length).trim()
    const body = lines.slice(start + 1, starts[place + 1])
    const named = body.flatMap((line) => {
      const [, variable, values] = /^# with ([a-z_]\w*): (.+)$/.exec(line) ?? []
      return variable === undefined || values === undefined ? [] : [{ variable, values: values.split(' | ').map((value) => value.trim()) }]
    })
    const code = body
      .filter((line) => !line.startsWith('# with '))
      .join('\n')
      .trim()
    if (question === '')
      problems.push({ where, what: 'A part without a question.', fix: `Write it behind the sign: \`${HEAD}What does it return?\`.` })
    if (code === '')
      problems.push({
        where,
        what: 'A part without code.',
        fix: 'Write the lines that run after the solution; the last one is the value that is asked for.',
      })
    if (named.length > 1 || named.some(({ values }) => values.length > MOST_VALUES)) {
      problems.push({
        where,
        what: `More than one \`# with\` line, or more than ${MOST_VALUES} values.`,
        fix: 'Vary one name in each part.',
      })
    }
    const [varied] = named
    if (varied === undefined) return [{ question, code }]
    return varied.values.map((value) => ({ question, code: `${varied.variable} = ${value}\n${code}` }))
  })
  return { snippets, problems }
}
