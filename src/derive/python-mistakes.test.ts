import { expect, test } from 'vitest'
import { applyEdit } from './edit.ts'
import { pythonMistakes } from './python-mistakes.ts'
import { isBroken, parsePython } from './python-tree.ts'

/** What one line becomes, as `operator: line`. */
function mistakesIn(line: string): readonly string[] {
  const source = `def f(x, y):\n    first()\n    ${line}\n    last()\n`
  return pythonMistakes(source)
    .map((edit) => ({ edit, lines: applyEdit(source, edit).split('\n') }))
    .filter(({ lines }) => lines[1] === '    first()' && lines.includes('    last()'))
    .map(({ edit, lines }) => `${edit.operator}: ${lines.slice(2, -2).join(' / ').trim()}`)
}

test.each([
  ['if x < y: pass', 'boundary: if x <= y: pass'],
  ['if x >= y: pass', 'boundary: if x > y: pass'],
  ['if x == y: pass', 'negation: if x != y: pass'],
  ['if x and y: pass', 'logic: if x or y: pass'],
  ['if x and y: pass', 'forgotten-condition: if y: pass'],
  ['if not x: pass', 'negation: if x: pass'],
  ['z = x + 1', 'off-by-one: z = x'],
  ['z = x + y', 'arithmetic: z = x - y'],
  ['z = x // y', 'division: z = x / y'],
  ['z = x / y', 'normalisation: z = x'],
  ['z = -x', 'sign: z = x'],
  ['z = x[1:]', 'off-by-one: z = x[:]'],
  ['z = x[1:]', 'off-by-one: z = x[0:]'],
  ['z = x[:y]', 'off-by-one: z = x[:y - 1]'],
  ['z = x[0]', 'off-by-one: z = x[1]'],
  ['z = x[:, None]', 'broadcast: z = x[None, :]'],
  ['for z in range(y): pass', 'off-by-one: for z in range(y - 1): pass'],
  ['for z in range(1, y): pass', 'off-by-one: for z in range(0, y): pass'],
  ['z = x.sum(axis=1)', 'axis: z = x.sum(axis=0)'],
  ['z = x.sum(axis=1)', 'twin: z = x.mean(axis=1)'],
  ['z = x.max(axis=1, keepdims=True)', 'keepdims: z = x.max(axis=1)'],
  ['z = x.transpose(1, 2)', 'axis: z = x.transpose(0, 2)'],
  ['z = sorted(x, key=y)', 'forgotten-option: z = sorted(x)'],
  ['z = x.merge(y, how="inner")', 'option: z = x.merge(y, how="left")'],
  ['z = f(x, deep=True)', 'option: z = f(x, deep=False)'],
  ['z = f(x, y)', 'swapped-arguments: z = f(y, x)'],
  ['z = x.copy()', 'forgotten-call: z = x'],
  ['z = list(x)', 'forgotten-call: z = x'],
  ['z = np.maximum(x, 1)', 'forgotten-call: z = x'],
  ['z = max(x, y)', 'twin: z = min(x, y)'],
  ['total = 0', 'initial-value: total = 1'],
  ['best = -np.inf', 'initial-value: best = 0.0'],
  ['z = x if y else 0', 'forgotten-case: z = x'],
  ['x += y', 'overwrites: x = y'],
  ['x += y', 'arithmetic: x -= y'],
  ['while x: x.pop()', 'once: if x: x.pop()'],
  ['x.zero_grad()', 'forgotten-statement: '],
  ['if x < 0: raise ValueError("no")', 'forgotten-guard: '],
])('%s is written by mistake as %s', (line, mistake) => {
  expect(mistakesIn(line)).toContain(mistake)
})

test('a default of a parameter and a decorator are forgotten too', () => {
  const source = '@torch.no_grad()\ndef f(x, k=1):\n    return x\n'
  expect(pythonMistakes(source).map((edit) => applyEdit(source, edit))).toEqual([
    'def f(x, k=1):\n    return x\n',
    '@torch.no_grad()\ndef f(x, k=0):\n    return x\n',
  ])
})

test('a guard goes with all its lines and takes no line of the next statement along', () => {
  const source = 'def f(x):\n    if x < 0:\n        raise ValueError("no")\n\n    if x > 9:\n        x = 9\n    return x\n'
  const edit = pythonMistakes(source).find(({ operator }) => operator === 'forgotten-guard')
  expect(edit && applyEdit(source, edit)).toBe('def f(x):\n\n    if x > 9:\n        x = 9\n    return x\n')
})

test('what an error says, imports and types stay as they are', () => {
  expect(pythonMistakes('from a import b\n\n\ndef f(x: list[1] = None):\n    raise ValueError(f"{x - 1} < {max(x, 2)}", 1 + 1)\n')).toEqual(
    [],
  )
})

test('a mistake leaves a program that still reads as Python', () => {
  const source =
    'def f(x, *rest, k=2, **more):\n    y = [a + 1 for a in x[1:] if a > 0 and a != k]\n    while y and y[0] < k:\n        y.append(max(y[-1], k))\n    return sum(y) / len(y), f(*rest, **more)\n'
  const broken = pythonMistakes(source).filter((edit) => isBroken(parsePython(applyEdit(source, edit))))
  expect(broken).toEqual([])
})
