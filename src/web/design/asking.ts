/** Words that every question has. */
const COMMON = new Set(
  'a an and any are as at be by can could do does for from get has have how i if in is it its many me much of on or our per second seconds should so that the their them there they this to us we what when where which who why will with would you your'.split(
    ' ',
  ),
)

/** Words that mean the same to an interviewer. */
const SAME: readonly (readonly string[])[] = [
  ['rate', 'qps', 'rps', 'traffic', 'throughput', 'volume', 'requests', 'load', 'users', 'scale'],
  ['latency', 'fast', 'quick', 'slow', 'delay', 'p99', 'time'],
  ['skew', 'popular', 'hot', 'distribution', 'zipf', 'uneven', 'viral'],
  ['size', 'bytes', 'large', 'big', 'long', 'storage'],
  ['expire', 'ttl', 'retention', 'delete', 'lifetime', 'keep'],
  ['fail', 'failure', 'outage', 'crash', 'down', 'loss', 'lost'],
  ['fresh', 'stale', 'freshness', 'consistent', 'consistency', 'old', 'age'],
  ['cost', 'budget', 'money', 'price', 'expensive'],
  ['peak', 'burst', 'spike', 'season'],
  ['write', 'create', 'update', 'upload'],
  ['read', 'get', 'query', 'lookup'],
]

/** The question of a list that somebody's own words mean; undefined when none is near. Of equally near ones, the first. */
export function matched(words: string, asks: readonly string[]): number | undefined {
  const said = termsOf(words)
  if (said.size === 0) return undefined
  let best: number | undefined
  let most = 0
  for (const [place, ask] of asks.entries()) {
    const terms = termsOf(ask)
    // Rare words tell more: a word that every question of the list has tells nothing.
    const score = [...said]
      .filter((term) => terms.has(term))
      .reduce((sum, term) => sum + Math.log((asks.length + 1) / asks.filter((other) => termsOf(other).has(term)).length), 0)
    if (score > most + 1e-9) [best, most] = [place, score]
  }
  return most >= Math.min(0.6, Math.log((asks.length + 1) / 2) * 0.6) ? best : undefined
}

function termsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? []
  return new Set(words.filter((word) => !COMMON.has(word)).map(meaningOf))
}

function meaningOf(word: string): string {
  const stem = stemOf(word)
  const place = SAME.findIndex((group) => group.some((each) => each === word || stemOf(each) === stem))
  return place < 0 ? stem : `#${place}`
}

/** Without the endings of plurals and verbs. */
function stemOf(word: string): string {
  return word.length <= 3 ? word : word.replace(/(ies|ing|ed|es|s|ly|e|y)$/, '')
}
