import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SetupError } from './progress.mjs'

/** Folder of Onsite itself. */
export const PROJECT = dirname(dirname(fileURLToPath(import.meta.url)))
/** What the set-up remembers of itself. */
export const SETUP = join(PROJECT, '.setup')
export const PYTHON = join(PROJECT, '.python')

export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

export function writeJson(file, value) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(value)}\n`)
}

/** SHA-256 over files (folders are walked in name order) and further texts. */
export function hashOf(paths, ...texts) {
  const hash = createHash('sha256')
  const add = (path) => {
    let entries
    try {
      entries = readdirSync(path, { withFileTypes: true })
    } catch {
      hash.update(path.slice(PROJECT.length)).update('\0')
      try {
        hash.update(readFileSync(path))
      } catch {
        hash.update('absent')
      }
      return
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) if (entry.name !== '__pycache__') add(join(path, entry.name))
  }
  for (const path of paths) add(path)
  for (const text of texts) hash.update('\0').update(text)
  return hash.digest('hex')
}

/** Throws SetupError unless the disk has room; better before an install than in the middle of it. */
export function requireRoom(megabytes, what) {
  const { bavail, bsize } = statfsSync(PROJECT)
  const free = Math.floor((bavail * bsize) / 1e6)
  if (free < megabytes)
    throw new SetupError(
      `${what} needs about ${megabytes} MB and the disk of ${PROJECT} has ${free} MB left.`,
      'Make room, then run the same command again.',
    )
}

export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new SetupError(
    `Onsite needs Node 20.19 or newer; this is ${process.versions.node}.`,
    'Install a current Node, for example with `npm install --global n && n 24`, or from your system.',
  )
}
