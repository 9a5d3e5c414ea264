import { expect, test } from 'vitest'
import { readSnippets } from './snippets.ts'

function read(text: string) {
  return readSnippets({ path: '/x', name: 'x', files: new Map([['predict.py', text]]), problems: [] })
}

test('a part is a question and its lines; a name with values makes one for each', () => {
  const { snippets, problems } = read('# %% What?\n# with k: 1 | "a b"\n\nx = f(k)  # note\nx\n\n# %% And?\nf(0)\n')
  expect(problems).toEqual([])
  expect(snippets).toEqual([
    { question: 'What?', code: 'k = 1\nx = f(k)  # note\nx' },
    { question: 'What?', code: 'k = "a b"\nx = f(k)  # note\nx' },
    { question: 'And?', code: 'f(0)' },
  ])
})

test('an exercise without the file asks nothing', () => {
  expect(readSnippets({ path: '/x', name: 'x', files: new Map(), problems: [] })).toEqual({ snippets: [], problems: [] })
})

test.each([
  ['f(0)\n', 'x/predict.py:1', 'Does not begin with a question.'],
  ['', 'x/predict.py:1', 'Does not begin with a question.'],
  ['# %% What?\n\n# %% And?\nf(0)\n', 'x/predict.py:1', 'A part without code.'],
  ['# %% What?\nf(1)\n# %%\nf(0)\n', 'x/predict.py:3', 'A part without a question.'],
  ['# %% What?\n# with a: 1\n# with b: 2\nf(a, b)\n', 'x/predict.py:1', 'More than one `# with` line, or more than 6 values.'],
  ['# %% What?\n# with a: 1 | 2 | 3 | 4 | 5 | 6 | 7\nf(a)\n', 'x/predict.py:1', 'More than one `# with` line, or more than 6 values.'],
])('%j is a problem where it stands', (text, where, what) => {
  expect(read(text).problems).toMatchObject([{ where, what }])
})
