import { expect, test } from 'vitest'
import type { DockerfileSetting } from '../setting.ts'
import { readDockerfile } from './read.ts'
import { imagesOf } from './image.ts'
import { rebuiltAfter } from './layer-cache.ts'

const SETTING: DockerfileSetting = {
  context: Object.fromEntries(
    ['.env', 'app/main.py', 'app/sub/util.py', 'requirements.txt', 'README.md'].map((path) => [path, { secret: false }]),
  ),
  dockerignore: '*.md',
  port: undefined,
  users: [],
}

function read(source: string) {
  const { file } = readDockerfile(source)
  if (file === undefined) throw new Error('refused')
  return file
}

/** Where files of the context lie in the final image: `place <- path`. */
function placesOf(source: string): readonly string[] {
  return [...(imagesOf(read(source), SETTING).at(-1)?.files ?? [])].map(([place, { path }]) => `${place} <- ${path}`)
}

test.each([
  ['COPY app/main.py /srv/', ['/srv/main.py <- app/main.py']],
  ['COPY app/main.py /srv', ['/srv <- app/main.py']],
  ['WORKDIR /srv\nCOPY app/main.py .', ['/srv/main.py <- app/main.py']],
  // The contents of a folder, not the folder.
  ['COPY app /srv', ['/srv/main.py <- app/main.py', '/srv/sub/util.py <- app/sub/util.py']],
  ['WORKDIR /srv\nCOPY app app', ['/srv/app/main.py <- app/main.py', '/srv/app/sub/util.py <- app/sub/util.py']],
  ['COPY re*.txt app/main.py /x/', ['/x/requirements.txt <- requirements.txt', '/x/main.py <- app/main.py']],
  // What .dockerignore names is not there.
  ['COPY README.md /x/', []],
  [
    'COPY . /all',
    [
      '/all/.env <- .env',
      '/all/app/main.py <- app/main.py',
      '/all/app/sub/util.py <- app/sub/util.py',
      '/all/requirements.txt <- requirements.txt',
    ],
  ],
])('%j brings files to their places', (lines, expected) => {
  expect(placesOf(`FROM a:1\n${lines}`)).toEqual(expected)
})

test('files travel from stage to stage, by name and by number', () => {
  expect(placesOf('FROM a:1 AS x\nCOPY app /in\nFROM b:1\nCOPY --from=x /in/sub /out\nCOPY --from=0 /in/main.py /out/start.py')).toEqual([
    '/out/util.py <- app/sub/util.py',
    '/out/start.py <- app/main.py',
  ])
})

test.each([
  ['RUN pip install -r r.txt', '/usr/local', false],
  ['RUN pip install --target /deps -r r.txt', '/deps', false],
  ['RUN pip install --prefix=/p -r r.txt', '/p', false],
  ['RUN python -m venv /v && /v/bin/pip install -r r.txt', '/v', true],
  ['RUN python -m venv /v\nENV PATH=/v/bin:$PATH\nRUN pip install -r r.txt', '/v', true],
  ['RUN pip install --user -r r.txt', '/root/.local', false],
  ['WORKDIR /w\nRUN uv sync --frozen', '/w/.venv', true],
  ['RUN uv pip install --system -r r.txt', '/usr/local', false],
])('%j installs where it says', (lines, target, virtual) => {
  expect(imagesOf(read(`FROM a:1\n${lines}`), SETTING)[0]?.installs).toMatchObject([{ target, virtual }])
})

/** Lines that a build runs again after an edit. */
function again(source: string, edited: string): readonly number[] {
  return [...rebuiltAfter(edited, read(source), SETTING)].map(({ line }) => line)
}

test('a layer is made anew when a file that it reads was edited, and so is everything after it', () => {
  const source = 'FROM a:1\nRUN true\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\nCOPY app app\nCMD ["a"]'
  expect(again(source, 'app/main.py')).toEqual([5, 6])
  expect(again(source, 'requirements.txt')).toEqual([3, 4, 5, 6])
  expect(again(source, 'README.md')).toEqual([])
})

test('a file that is mounted counts as read', () => {
  const source = 'FROM a:1\nRUN --mount=type=bind,source=requirements.txt,target=/r.txt pip install -r /r.txt\nCOPY app app'
  expect(again(source, 'requirements.txt')).toEqual([2, 3])
})

test('a copy from another stage is made anew when what it copies was, not when something else was', () => {
  const source =
    'FROM a:1 AS build\nRUN python -m venv /v\nCOPY requirements.txt .\nRUN /v/bin/pip install -r requirements.txt\nCOPY app app\nRUN make app\nFROM a:1\nCOPY --from=build /v /v\nRUN true'
  expect(again(source, 'app/main.py')).toEqual([5, 6])
  expect(again(source, 'requirements.txt')).toEqual([3, 4, 5, 6, 8, 9])
})
