import { expect, test } from 'vitest'
import { isIgnored, matchesPath, matchesSegment } from './glob.ts'

test.each([
  ['*', 'main.py', true],
  ['*.py', 'main.py', true],
  ['m??n.py', 'main.py', true],
  ['*a*i*', 'main', true],
  ['*.py', 'main.pyc', false],
  ['', '', true],
])('segment pattern %s against %s: %s', (pattern, segment, expected) => {
  expect(matchesSegment(pattern, segment)).toBe(expected)
})

test.each([
  ['app', 'app/main.py', true],
  ['app/', 'app/sub/x.py', true],
  ['*.md', 'docs/a.md', false],
  ['**/*.md', 'docs/a.md', true],
  ['**/*.md', 'a.md', true],
  ['docs/**/a', 'docs/b/c/a', true],
  ['/app', 'app/main.py', true],
  ['ap', 'app/main.py', false],
])('path pattern %s against %s: %s', (pattern, path, expected) => {
  expect(matchesPath(pattern, path)).toBe(expected)
})

test('the last line of .dockerignore that matches decides', () => {
  const file = '# what tools leave behind\n**/__pycache__\n*\n!app\n!requirements*.txt\nrequirements-dev.txt\n'
  const kept = ['.env', 'app/main.py', 'app/__pycache__/main.pyc', 'requirements.txt', 'requirements-dev.txt'].filter(
    (path) => !isIgnored(path, file),
  )
  expect(kept).toEqual(['app/main.py', 'app/__pycache__/main.pyc', 'requirements.txt'])
})
