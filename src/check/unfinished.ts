import { readFolder } from '../content/folder.ts'
import type { Problem } from '../content/problem.ts'

/** No file says TODO any more. */
export function checkUnfinished(path: string, name: string): readonly Problem[] {
  return [...readFolder(path, name).files].flatMap(([file, text]) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        /\bTODO\b/.test(line) ? [{ where: `${name}/${file}:${index + 1}`, what: 'Says TODO.', fix: 'Write what belongs there.' }] : [],
      ),
  )
}
