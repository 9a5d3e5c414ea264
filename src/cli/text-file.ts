import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { UserError } from '../domain/user-error.ts'

/** A text that a person names on the command line: a file, or stdin for `-`. Throws UserError when it cannot be read as text. */
export function readTextFile(path: string, cwd: string): string {
  let bytes: Buffer
  try {
    bytes = readFileSync(path === '-' ? 0 : resolve(cwd, path))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    const reason = code === 'ENOENT' ? 'There is no such file.' : code === 'EISDIR' ? 'This is a folder.' : 'The file cannot be read.'
    throw new UserError(reason, { where: path, fix: 'Give the path of a text file, or - for standard input.' })
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n')
  } catch {
    throw new UserError('The file is not UTF-8 text.', { where: path, fix: 'Save the answer as UTF-8 text.' })
  }
}
