import { readdirSync, readFileSync, type Dirent } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from './problem.ts'

/** The text files of one folder, read once. */
export interface Folder {
  /** Absolute. */
  readonly path: string
  /** How messages name it. */
  readonly name: string
  /** Path inside the folder (`wrong/loop.py`) to text, by path, with LF line ends. */
  readonly files: ReadonlyMap<string, string>
  readonly problems: readonly Problem[]
}

/** What editors, systems and Python leave behind; never content. */
function isLeftover(name: string): boolean {
  return name.startsWith('.') || name === '__pycache__' || name.endsWith('~')
}

/** Names inside a directory, sorted, leftovers aside; empty where there is no such directory. */
export function entriesOf(path: string): readonly Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => !isLeftover(entry.name))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return []
    throw error
  }
}

/** Reads every file below `path`. What cannot be read as UTF-8 text is a problem and left out. */
export function readFolder(path: string, name: string): Folder {
  const files = new Map<string, string>()
  const problems: Problem[] = []
  for (const inside of filesBelow(path)) {
    const { text, problem } = readText(join(path, inside), `${name}/${inside}`)
    if (problem === undefined) files.set(inside, text)
    else problems.push(problem)
  }
  return { path, name, files, problems }
}

/** A file as text: UTF-8, LF line ends, no byte order mark, so that it is the same on every system. */
export function readText(path: string, name: string): { readonly text: string; readonly problem: Problem | undefined } {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    return { text: '', problem: { where: name, what: `Cannot be read: ${cause}.`, fix: 'Make it a readable, plain file.' } }
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (text.includes('\0')) throw new TypeError('holds a zero byte')
    return { text: text.replaceAll('\r\n', '\n'), problem: undefined }
  } catch {
    return { text: '', problem: { where: name, what: 'Is not UTF-8 text.', fix: 'Save it as UTF-8, or remove it.' } }
  }
}

function filesBelow(path: string, below = ''): readonly string[] {
  return entriesOf(join(path, below)).flatMap((entry) => {
    const inside = below === '' ? entry.name : `${below}/${entry.name}`
    return entry.isDirectory() ? filesBelow(path, inside) : [inside]
  })
}
