import type { DockerfileSetting } from '../setting.ts'
import { type Dockerfile, type Instruction, type Stage, stageCalled } from './dockerfile.ts'
import { isIgnored, matchesPath } from './glob.ts'
import { absolute, environmentMadeBy, type Install, installsOf } from './python-install.ts'
import { baseName, commandsOf } from './shell.ts'

/** What is known of a stage's file system and settings after its last instruction. */
export interface Image {
  /** Files of the build context that are in it, by where they lie. */
  readonly files: ReadonlyMap<string, Origin>
  readonly installs: readonly Placement[]
  readonly workdir: string
  readonly env: ReadonlyMap<string, string>
  /** As written; undefined where the base image decides. */
  readonly user: { readonly name: string; readonly line: number } | undefined
  readonly environments: readonly string[]
}

/** A file of the build context, and the line that brought it. */
interface Origin {
  readonly path: string
  readonly line: number
}

/** Installed packages, and where they are now. */
export interface Placement extends Install {
  /** Where they were installed. */
  readonly made: string
  readonly line: number
}

/** Copies of copies: more would be a file that was written to be slow. */
const MOST_FILES = 5000

/** Variables of variables: more would be a text that was written to grow. */
const LONGEST_TEXT = 20_000

/** The image of each stage, in order. */
export function imagesOf({ stages }: Dockerfile, setting: DockerfileSetting): readonly Image[] {
  const images: Image[] = []
  for (const stage of stages) images.push(build(stage, stages, images, setting))
  return images
}

const EMPTY: Image = { files: new Map(), installs: [], workdir: '/', env: new Map(), user: undefined, environments: [] }

function build(stage: Stage, stages: readonly Stage[], images: readonly Image[], setting: DockerfileSetting): Image {
  let image = stage.parent === undefined ? EMPTY : (images[stage.parent.index] ?? EMPTY)
  for (const instruction of stage.instructions) image = step(image, instruction, stages.slice(0, stage.index), images, setting)
  return image
}

function step(
  image: Image,
  instruction: Instruction,
  earlier: readonly Stage[],
  images: readonly Image[],
  setting: DockerfileSetting,
): Image {
  switch (instruction.keyword) {
    case 'WORKDIR':
      return { ...image, workdir: absolute(instruction.words[0] ?? '/', image.workdir) }
    case 'USER':
      return { ...image, user: { name: instruction.words[0] ?? '', line: instruction.line } }
    case 'ENV':
      return { ...image, env: withVariables(image.env, instruction) }
    case 'RUN': {
      const written = { ...instruction, text: filled(instruction.text, image.env) }
      const made = commandsOf(written).flatMap((words) => environmentMadeBy(words, image.workdir) ?? [])
      const installs = installsOf(written, image).map((one) => ({ ...one, made: one.target, line: instruction.line }))
      return { ...image, environments: [...image.environments, ...made], installs: [...image.installs, ...installs] }
    }
    case 'COPY':
    case 'ADD':
      return copied(image, instruction, earlier, images, setting)
    default:
      return image
  }
}

/** A text with the variables filled in that earlier lines set; what is not known stays as it stands. */
function filled(text: string, env: ReadonlyMap<string, string>): string {
  return text
    .replace(/\$(?:\{(\w+)\}|(\w+))/g, (written, braced?: string, bare?: string) =>
      (env.get(braced ?? bare ?? '') ?? written).slice(0, 400),
    )
    .slice(0, LONGEST_TEXT)
}

function withVariables(env: ReadonlyMap<string, string>, { properties }: Instruction): ReadonlyMap<string, string> {
  return new Map([...env, ...properties.map(({ name, value }) => [name, filled(value ?? '', env)] as const)])
}

/** The stage or image that a COPY takes files from; undefined for the build context. */
export function sourceOf({ flags }: Instruction): string | undefined {
  return flags.find(([name]) => name === 'from')?.[1]
}

/** Files of the build context that an instruction sees, `.dockerignore` applied. */
export function contextFiles(instruction: Instruction, { context, dockerignore }: DockerfileSetting): readonly string[] {
  const visible = Object.keys(context).filter((path) => !isIgnored(path, dockerignore))
  const mounts = instruction.flags.flatMap(([name, value]) => (name === 'mount' ? [mountOf(value)] : []))
  const bound = mounts
    .filter((mount) => (mount.get('type') ?? 'bind') === 'bind' && mount.get('from') === undefined)
    .map((mount) => mount.get('source') ?? mount.get('src') ?? '.')
  const sources = instruction.keyword === 'RUN' ? bound : sourceOf(instruction) === undefined ? instruction.words.slice(0, -1) : []
  return visible.filter((path) => sources.some((source) => covers(source, path)))
}

export function mountOf(value: string): ReadonlyMap<string, string> {
  return new Map(
    value.split(',').map((part) => {
      const [key = '', ...rest] = part.split('=')
      return [key.trim(), rest.join('=')] as const
    }),
  )
}

function covers(source: string, path: string): boolean {
  const pattern = source.replace(/^\.?\//, '').replace(/\/$/, '')
  return pattern === '' || pattern === '.' || matchesPath(pattern, path)
}

function copied(
  image: Image,
  instruction: Instruction,
  earlier: readonly Stage[],
  images: readonly Image[],
  setting: DockerfileSetting,
): Image {
  const sources = instruction.words.slice(0, -1)
  const last = instruction.words.at(-1) ?? '.'
  const destination = absolute(last, image.workdir)
  const files = new Map(image.files)
  const installs = [...image.installs]
  const from = sourceOf(instruction)
  if (from === undefined) {
    const seen = contextFiles(instruction, setting)
    for (const source of sources) {
      for (const [path, inside] of takenBy(source, seen)) {
        const isFolder =
          inside !== baseName(path) ||
          last.endsWith('/') ||
          sources.length > 1 ||
          isFolderIn(image, destination) ||
          wildcard(source) ||
          isFolderOf(source, path)
        if (files.size < MOST_FILES) files.set(isFolder ? absolute(inside, destination) : destination, { path, line: instruction.line })
      }
    }
    return { ...image, files }
  }
  const stage = stageCalled(from, earlier)
  const other = stage === undefined ? undefined : images[stage.index]
  if (other === undefined) return image
  for (const source of sources) {
    const root = absolute(source.replace(/\/\*$/, ''), '/')
    for (const [place, origin] of other.files) {
      const inside = within(place, root)
      if (inside === undefined || files.size >= MOST_FILES) continue
      const target =
        inside === ''
          ? last.endsWith('/') || isFolderIn(image, destination)
            ? absolute(baseName(place), destination)
            : destination
          : absolute(inside, destination)
      files.set(target, { path: origin.path, line: instruction.line })
    }
    for (const one of other.installs) {
      const inside = within(one.target, root)
      if (inside !== undefined) installs.push({ ...one, target: absolute(inside, destination), line: instruction.line })
      // Part of where they were installed, e.g. its site-packages.
      else if (within(root, one.target) !== undefined && /site-packages|dist-packages/.test(root))
        installs.push({ ...one, target: one.target, virtual: one.virtual && root !== destination, line: instruction.line })
    }
  }
  return { ...image, files, installs }
}

/** `[path in the context, path below the destination]` of what a source stands for: a folder's contents, a file by its name. */
function takenBy(source: string, seen: readonly string[]): readonly (readonly [string, string])[] {
  const pattern = source.replace(/^\.?\//, '').replace(/\/$/, '')
  return seen
    .filter((path) => covers(source, path))
    .map((path) => {
      if (pattern === '' || pattern === '.') return [path, path] as const
      const depth = pattern.split('/').length
      const inside = path.split('/').slice(depth).join('/')
      return [path, inside === '' ? baseName(path) : inside] as const
    })
}

function wildcard(source: string): boolean {
  return /[*?]/.test(source)
}

function isFolderOf(source: string, path: string): boolean {
  const pattern = source.replace(/^\.?\//, '').replace(/\/$/, '')
  return pattern === '' || pattern === '.' || (pattern !== path && !wildcard(source))
}

function isFolderIn({ files, workdir }: Image, path: string): boolean {
  return workdir === path || path === '/' || [...files.keys()].some((file) => file.startsWith(`${path}/`))
}

/** The rest of a path below a folder, empty for the folder itself; undefined when it lies elsewhere. */
function within(path: string, folder: string): string | undefined {
  if (path === folder) return ''
  const prefix = folder === '/' ? '/' : `${folder}/`
  return path.startsWith(prefix) ? path.slice(prefix.length) : undefined
}
