/** Whether a pattern with `*` (any characters but `/`) and `?` matches one segment of a path. Linear in both, whatever the pattern. */
export function matchesSegment(pattern: string, segment: string): boolean {
  let [p, s, star, mark] = [0, 0, -1, 0]
  while (s < segment.length) {
    if (pattern[p] === '?' || (pattern[p] !== '*' && pattern[p] === segment[s] && p < pattern.length)) {
      p++
      s++
    } else if (pattern[p] === '*') {
      star = p++
      mark = s
    } else if (star >= 0) {
      p = star + 1
      s = ++mark
    } else return false
  }
  while (pattern[p] === '*') p++
  return p === pattern.length
}

/** Patterns and paths with more segments are no files of a project. */
const MOST_SEGMENTS = 32

/** The same for a path; `**` stands for any number of segments. A pattern that matches a folder matches what is in it. */
export function matchesPath(pattern: string, path: string): boolean {
  const [parts, segments] = [segmentsOf(pattern), segmentsOf(path)]
  if (parts.length > MOST_SEGMENTS || segments.length > MOST_SEGMENTS) return false
  // reachable: how many segments the parts so far may have used up.
  let reachable = new Set([0])
  for (const part of parts) {
    const next = new Set<number>()
    for (const used of reachable) {
      if (part === '**') for (let more = used; more <= segments.length; more++) next.add(more)
      else if (used < segments.length && matchesSegment(part, segments[used] ?? '')) next.add(used + 1)
    }
    reachable = next
  }
  return reachable.size > 0
}

export function segmentsOf(path: string): readonly string[] {
  return path.split('/').filter((segment) => segment !== '' && segment !== '.')
}

/** Whether `.dockerignore` keeps a file out of the build context: the last line that matches decides. https://docs.docker.com/build/concepts/context/#dockerignore-files */
export function isIgnored(path: string, dockerignore: string): boolean {
  let ignored = false
  for (const line of dockerignore.split('\n').map((one) => one.trim())) {
    if (line === '' || line.startsWith('#')) continue
    const kept = line.startsWith('!')
    if (matchesPath(kept ? line.slice(1) : line, path)) ignored = !kept
  }
  return ignored
}
