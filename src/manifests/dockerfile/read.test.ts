import { expect, test } from 'vitest'
import { sayFinding } from '../finding.ts'
import { shipped } from './dockerfile.ts'
import { readDockerfile } from './read.ts'
import { commandsOf, systemPackages } from './shell.ts'
import { startOf } from './start.ts'

function read(source: string) {
  const { file, findings } = readDockerfile(source)
  if (file === undefined) throw new Error(findings.map(sayFinding).join('\n'))
  return file
}

test('stages, their bases, variables, flags, heredocs and continued lines are read', () => {
  const file = read(`# syntax=docker/dockerfile:1
ARG PYTHON=3.12
FROM python:\${PYTHON}-slim AS base
ENV A=1 B="two words"
FROM base AS build
RUN --mount=type=cache,target=/root/.cache \\
    # a comment inside
    pip install \\
      -r requirements.txt
RUN <<EOF
apt-get update
apt-get install -y git
EOF
FROM base
COPY --from=build --chown=1:1 ["a b", "/x/"]
CMD ["python", "serve.py"]
`)
  expect(file.stages.map(({ name, base, parent, line }) => [name, base, parent?.name, line])).toEqual([
    ['base', 'python:3.12-slim', undefined, 3],
    ['build', 'base', 'base', 5],
    [undefined, 'base', 'base', 14],
  ])
  const [, build] = file.stages
  expect(build?.instructions[0]).toMatchObject({ keyword: 'RUN', line: 6, flags: [['mount', 'type=cache,target=/root/.cache']] })
  expect(build?.instructions.map((one) => commandsOf(one))).toEqual([
    [['pip', 'install', '-r', 'requirements.txt']],
    [
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', 'git'],
    ],
  ])
  // What is shipped is the last stage with what it begins with; the stage that builds is not.
  expect(shipped(file).map(({ keyword, words }) => [keyword, ...words])).toEqual([
    ['ENV', 'A=1', 'B="two', 'words"'],
    ['COPY', 'a b', '/x/'],
    ['CMD', 'python', 'serve.py'],
  ])
  expect(shipped(file)[0]?.properties).toEqual([
    { name: 'A', value: '1' },
    { name: 'B', value: 'two words' },
  ])
})

test.each([
  ['FROM a:1\nRUM true', 'Line 2: A build refuses this: Unknown instruction: RUM.'],
  ['RUN true', 'A build refuses this'],
  ['FROM a:1\nCOPY x', 'A build refuses this'],
  ['FROM a:1\nEXPOSE eighty', 'A build refuses this'],
])('%j is refused as a build would', (source, message) => {
  expect(readDockerfile(source).findings.map(sayFinding).join('\n')).toContain(message)
})

test('a shell line falls apart into its commands, whatever is quoted or substituted', () => {
  const commands = (text: string) => commandsOf({ text, json: undefined })
  expect(commands('set -e; A=1 apt-get update && (apt-get install -y "git" || true) | tee log')).toEqual([
    ['set', '-e'],
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', 'git'],
    ['true'],
    ['tee', 'log'],
  ])
  expect(commands('pip install --index-url "https://u:$(cat /run/secrets/t)@h/simple" -r r.txt')).toEqual([
    ['pip', 'install', '--index-url', 'https://u:$(cat /run/secrets/t)@h/simple', '-r', 'r.txt'],
  ])
  expect(commands("echo 'a && b' \\\n  c")).toEqual([['echo', 'a && b', 'c']])
  expect(commandsOf({ text: '', json: ['sh', '-c', 'exec a b'] })).toEqual([['a', 'b']])
})

test('packages that are removed in the same line were never there', () => {
  const [run] = read('FROM a:1\nRUN apt-get update && apt-get install -y gcc=4:12 git && make && apt-get purge -y gcc').final.instructions
  if (run === undefined) throw new Error('no RUN')
  expect(systemPackages(run)).toEqual(['git'])
})

test('CMD follows an ENTRYPOINT in the exec form, and is not heard by one in the shell form', () => {
  const started = (lines: string) => startOf(read(`FROM a:1\n${lines}`))?.commands
  expect(started('ENTRYPOINT ["a"]\nCMD ["b", "c"]')).toEqual([['a', 'b', 'c']])
  expect(started('ENTRYPOINT a\nCMD ["b"]')).toEqual([['a']])
  expect(started('CMD ["b"]\nCMD ["c"]')).toEqual([['c']])
  expect(started('RUN true')).toBeUndefined()
})
