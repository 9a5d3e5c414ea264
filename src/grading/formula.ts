import type { Draw } from '../domain/estimation.ts'

/**
 * A formula of an estimation drill: numbers, names, `+ - * / ^`, brackets, and `log2 ln exp sqrt min max ceil`. As in mathematics, `^` binds
 * tighter than a minus in front and goes from right to left. Our own sixty lines: what there is on npm is either a whole algebra system
 * or evaluates more than arithmetic.
 */
export type Formula =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly of: readonly Formula[] }

const OPERATORS = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 3 } as const
type Operator = keyof typeof OPERATORS

const FUNCTIONS = {
  log2: (x: number) => Math.log2(x),
  ln: (x: number) => Math.log(x),
  exp: (x: number) => Math.exp(x),
  sqrt: (x: number) => Math.sqrt(x),
  ceil: (x: number) => Math.ceil(x),
  min: (...all: readonly number[]) => Math.min(...all),
  max: (...all: readonly number[]) => Math.max(...all),
  '+': (a: number, b: number) => a + b,
  '-': (a: number, b: number) => a - b,
  '*': (a: number, b: number) => a * b,
  '/': (a: number, b: number) => a / b,
  '^': (a: number, b: number) => a ** b,
  negative: (x: number) => -x,
} as const satisfies Readonly<Record<string, (...all: never[]) => number>>
type FunctionName = keyof typeof FUNCTIONS
const CALLABLE = ['log2', 'ln', 'exp', 'sqrt', 'ceil', 'min', 'max'] as const
/** Of these any number of arguments is taken, of all others one. */
const OF_MANY: ReadonlySet<string> = new Set(['min', 'max'])

/** Between a minus in front and what binds tighter than it: `-a^2` is `-(a^2)`, `-a*b` is `(-a)*b`. */
const NEGATION = 2.5
/** Deeper formulas are no formulas for a head. */
const DEEPEST = 50

const TOKEN = /\s*(?:(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([A-Za-z][A-Za-z0-9]*)|([-+*/^(),]))/y

/** Reads a formula, or says in a sentence what is wrong with it. */
export function parseFormula(text: string): Formula | { readonly kind: 'problem'; readonly what: string } {
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  let end = 0
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    tokens.push(match[1] ?? match[2] ?? match[3] ?? '')
    end = TOKEN.lastIndex
  }
  const rest = text.slice(end).trim()
  try {
    if (rest !== '') throw new SyntaxError(`"${rest.slice(0, 12)}" is not understood`)
    const parser = { tokens, at: 0 }
    const formula = readSum(parser, 0, 0)
    if (parser.at < tokens.length) throw new SyntaxError(`"${tokens[parser.at]}" stands where the formula should end`)
    return formula
  } catch (error) {
    if (error instanceof SyntaxError) return { kind: 'problem', what: error.message }
    throw error
  }
}

interface Parser {
  readonly tokens: readonly string[]
  at: number
}

/** Precedence climbing: everything that binds at least as tight as `least`. */
function readSum(parser: Parser, least: number, depth: number): Formula {
  if (depth > DEEPEST) throw new SyntaxError('it is nested too deep')
  let left = readOne(parser, depth)
  for (;;) {
    const operator = parser.tokens[parser.at]
    if (!isOperator(operator) || OPERATORS[operator] < least) return left
    parser.at++
    const tight = OPERATORS[operator]
    const right = readSum(parser, operator === '^' ? tight : tight + 1, depth + 1)
    left = { kind: 'call', name: operator, of: [left, right] }
  }
}

function readOne(parser: Parser, depth: number): Formula {
  const token = parser.tokens[parser.at++]
  if (token === undefined) throw new SyntaxError('it ends too early')
  if (token === '-') return { kind: 'call', name: 'negative', of: [readSum(parser, NEGATION, depth + 1)] }
  if (token === '(') {
    const inner = readSum(parser, 0, depth + 1)
    expect(parser, ')')
    return inner
  }
  if (/^[\d.]/.test(token)) return { kind: 'number', value: Number(token) }
  if (!/^[A-Za-z]/.test(token)) throw new SyntaxError(`"${token}" stands where a number should`)
  if (parser.tokens[parser.at] !== '(') return { kind: 'name', name: token }
  const name = CALLABLE.find((each) => each === token)
  if (name === undefined) throw new SyntaxError(`there is no function "${token}", only ${CALLABLE.join(', ')}`)
  parser.at++
  const of = [readSum(parser, 0, depth + 1)]
  while (parser.tokens[parser.at] === ',') {
    parser.at++
    of.push(readSum(parser, 0, depth + 1))
  }
  expect(parser, ')')
  if (of.length > 1 && !OF_MANY.has(name)) throw new SyntaxError(`${name} takes one number`)
  return { kind: 'call', name, of }
}

function expect(parser: Parser, token: string): void {
  if (parser.tokens[parser.at++] !== token) throw new SyntaxError(`a "${token}" is missing`)
}

function isOperator(token: string | undefined): token is Operator {
  return token !== undefined && Object.hasOwn(OPERATORS, token)
}

/** The names that a formula needs to know. */
export function namesIn(formula: Formula): ReadonlySet<string> {
  if (formula.kind === 'name') return new Set([formula.name])
  return formula.kind === 'call' ? new Set(formula.of.flatMap((each) => [...namesIn(each)])) : new Set()
}

/** What a formula gives; NaN where it has a name that was not drawn. */
export function valueOf(formula: Formula, draw: Draw): number {
  if (formula.kind === 'number') return formula.value
  if (formula.kind === 'name') return Object.hasOwn(draw, formula.name) ? (draw[formula.name] as number) : Number.NaN
  const work: (...all: number[]) => number = FUNCTIONS[formula.name]
  return work(...formula.of.map((each) => valueOf(each, draw)))
}
