/** Factors of the suffixes of a Kubernetes quantity: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/ */
const FACTORS: ReadonlyMap<string, number> = new Map([
  ['n', 1e-9],
  ['u', 1e-6],
  ['m', 1e-3],
  ['', 1],
  ['k', 1e3],
  ['M', 1e6],
  ['G', 1e9],
  ['T', 1e12],
  ['P', 1e15],
  ['E', 1e18],
  ['Ki', 2 ** 10],
  ['Mi', 2 ** 20],
  ['Gi', 2 ** 30],
  ['Ti', 2 ** 40],
  ['Pi', 2 ** 50],
  ['Ei', 2 ** 60],
])

/** The number that a quantity such as `500m`, `1.5Gi` or `2e3` stands for (cores, bytes, pieces); undefined when it is none. */
export function quantityOf(text: string | number): number | undefined {
  const match = /^([+-]?(?:\d{1,18}(?:\.\d{0,18})?|\.\d{1,18}))(?:([eE][+-]?\d{1,3})|([A-Za-z]{0,2}))$/.exec(String(text))
  if (match === null) return undefined
  const [, digits = '', exponent, suffix = ''] = match
  if (exponent !== undefined) return Number(`${digits}${exponent}`)
  const factor = FACTORS.get(suffix)
  return factor === undefined ? undefined : Number(digits) * factor
}

/** Bytes as a person writes them in a manifest. */
export function sayBytes(bytes: number): string {
  for (const [suffix, factor] of [
    ['Gi', 2 ** 30],
    ['Mi', 2 ** 20],
    ['Ki', 2 ** 10],
  ] as const) {
    if (bytes >= factor) return `${Number((bytes / factor).toFixed(2))}${suffix}`
  }
  return `${bytes}`
}
