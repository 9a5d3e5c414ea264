import { LONGEST_FILE } from '../manifests/bounds.ts'
import { checksSchema } from '../manifests/checks.ts'
import type { ManifestRuntime } from '../domain/runtime.ts'
import type { Folder } from './folder.ts'
import type { Problem } from './problem.ts'
import { parseYaml } from './yaml.ts'

/** What is wrong with `checks.yml`: unknown rules and parameters, names given twice, answers that nobody would judge. */
export function checkProblems(folder: Folder, runtime: ManifestRuntime): readonly Problem[] {
  const source = folder.files.get('checks.yml')
  const name = `${folder.name}/checks.yml`
  if (source === undefined) return []
  const { value, problems } = parseYaml(checksSchema(runtime), source, { name, offset: 0 })
  if (value === undefined) return problems
  const names = value.checks.map((check) => check.name)
  const lineOf = (text: string) => source.split('\n').findLastIndex((line) => line.includes(text)) + 1
  const twice = [...new Set(names.filter((one, index) => names.indexOf(one) !== index))].map((one) => ({
    where: `${name}:${lineOf(one)}`,
    what: `Two checks are called "${one}".`,
    fix: 'Give each a name of its own.',
  }))
  const long = [...folder.files]
    .filter(([path, text]) => /\.(yaml|dockerfile)$/.test(path) && text.length > LONGEST_FILE)
    .map(([path]) => ({ where: `${folder.name}/${path}`, what: 'Is longer than what is judged.', fix: 'Make it shorter.' }))
  return [...twice, ...long]
}
