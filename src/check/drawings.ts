import { readText } from '../content/folder.ts'
import { parseYaml } from '../content/yaml.ts'
import type { Problem } from '../content/problem.ts'
import { assemble } from '../design/assemble.ts'
import { readDrawing, withLines } from '../design/drawing.ts'
import { writeDrawing } from '../design/write-drawing.ts'
import type { Case } from '../domain/case.ts'
import type { Library } from '../domain/library.ts'
import { join } from 'node:path'
import { z } from 'zod'
import type { Subject } from './subject.ts'

/** Every drawing beside a case is one that a learner could hand in, and no two are the same. What they give is for the proof. */
export function checkDrawings({ item, name }: Subject): readonly Problem[] {
  if (item.kind !== 'design') return []
  const seen = new Map<string, string>()
  return drawingsOf(item).flatMap(({ file, source }) => {
    const where = `${name}/${file}`
    const { drawing, problems, lines } = readDrawing(source)
    const flaws = drawing === undefined ? problems : withLines(assemble(item, drawing).problems, lines)
    const found = flaws.map((flaw) => ({ where: `${where}:${flaw.line}`, what: `\`${flaw.where}\`: ${flaw.cause}.`, fix: flaw.remedy }))
    if (drawing === undefined || found.length > 0) return found
    const text = writeDrawing({ ...drawing, layout: {} })
    const twin = seen.get(text)
    seen.set(text, where)
    return twin === undefined ? [] : [{ where, what: `Is the same drawing as ${twin}.`, fix: 'Change or remove one.' }]
  })
}

/** The labs that go with a case are there. */
export function checkLabs({ item, name }: Subject, library: Library): readonly Problem[] {
  if (item.kind !== 'design') return []
  const file = `${name}/design.md`
  return item.labs.flatMap((lab, at) => {
    const found = library.items.get(lab)
    const isLab = found?.kind === 'exercise' && 'world' in found && found.world !== undefined
    if (isLab) return []
    const { text } = readText(join(item.folder, 'design.md'), file)
    const front = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? ''
    const { lineOf } = parseYaml(z.unknown(), front, { name: file, offset: 1 })
    const what = found === undefined ? `There is no lab "${lab}".` : `"${lab}" is no lab.`
    return [{ where: `${file}:${lineOf(['labs', at])}`, what, fix: 'Name the slug of a lab, or leave it out.' }]
  })
}

function drawingsOf(item: Case): readonly { readonly file: string; readonly source: string }[] {
  return [
    { file: 'starter.yml', source: item.starter },
    { file: 'reference.yml', source: item.reference },
    ...item.right.map(({ file, source }) => ({ file: `right/${file}`, source })),
    ...item.wrong.map(({ file, source }) => ({ file: `wrong/${file}`, source })),
  ]
}
