import type { Answer, WrongAnswer } from '../domain/item.ts'
import type { Folder } from './folder.ts'
import type { Problem } from './problem.ts'

/** The files of `right/`, by name. */
export function rightAnswers(folder: Folder, extension: string): readonly Answer[] {
  return answersIn(folder, 'right', extension)
}

/** The files of `wrong/`, each with the check that its first line names. */
export function wrongAnswers(
  folder: Folder,
  { extension, comment }: { readonly extension: string; readonly comment: '#' | '--' },
): { readonly wrong: readonly WrongAnswer[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const wrong = answersIn(folder, 'wrong', extension).flatMap(({ file, source }) => {
    const [first = '', second = ''] = source.split('\n')
    const head = `${comment} caught by: `
    const caughtBy = first.startsWith(head) ? first.slice(head.length).trim() : ''
    const where = `${folder.name}/wrong/${file}`
    if (caughtBy === '') {
      const fix = `Begin the file with \`${head}<name of the check>\`.`
      problems.push({ where: `${where}:1`, what: 'Does not say which check catches it.', fix })
    }
    if (!second.startsWith(comment) || second.slice(comment.length).trim() === '') {
      const fix = `Make the second line a comment, \`${comment} <why someone writes it>\`.`
      problems.push({ where: `${where}:2`, what: 'Does not say why someone would write it.', fix })
    }
    return caughtBy === '' ? [] : [{ file, source, caughtBy }]
  })
  return { wrong, problems }
}

function answersIn(folder: Folder, kind: 'right' | 'wrong', extension: string): readonly Answer[] {
  return [...folder.files]
    .filter(([path]) => path.startsWith(`${kind}/`) && path.endsWith(`.${extension}`))
    .map(([path, source]) => ({ file: path.slice(kind.length + 1), source }))
}
