import {
  DockerfileParser,
  type From,
  type Instruction as Parsed,
  type ModifiableInstruction,
  type PropertyInstruction,
} from 'dockerfile-ast'
import { validate } from 'dockerfile-utils'
import { type Finding, finding } from '../finding.ts'

import { type Dockerfile, type Instruction, type Stage, stageCalled } from './dockerfile.ts'

/** More would be no file that a person wrote. */
const MOST_INSTRUCTIONS = 400
const MOST_STAGES = 30

/** Severity of a diagnostic that BuildKit would refuse. */
const ERROR = 1

/** Reads a Dockerfile; what a build would refuse is found, and then there is none to judge. */
export function readDockerfile(source: string): { readonly file: Dockerfile | undefined; readonly findings: readonly Finding[] } {
  const refused = refusalsOf(source)
  if (refused.length > 0) return { file: undefined, findings: refused.slice(0, 5) }
  const parsed = DockerfileParser.parse(source)
  const instructions = parsed.getInstructions()
  if (instructions.length > MOST_INSTRUCTIONS)
    return {
      file: undefined,
      findings: [finding(undefined, `There are ${instructions.length} instructions.`, `At most ${MOST_INSTRUCTIONS} are judged.`)],
    }
  const stages: Stage[] = []
  for (const instruction of instructions) {
    const line = instruction.getRange().start.line + 1
    if (instruction.getKeyword() === 'FROM') {
      const [base = ''] = instruction.getExpandedArguments().map((argument) => argument.getValue())
      const name = (instruction as From).getBuildStage() ?? undefined
      stages.push({ index: stages.length, name, base, parent: stageCalled(base, stages), line, instructions: [] })
      continue
    }
    const stage = stages.at(-1)
    // Before the first FROM only ARG may stand; what it says is filled in already.
    if (stage !== undefined) stages[stages.length - 1] = { ...stage, instructions: [...stage.instructions, read(instruction, line)] }
  }
  if (stages.length > MOST_STAGES)
    return { file: undefined, findings: [finding(undefined, `There are ${stages.length} stages.`, `At most ${MOST_STAGES} are judged.`)] }
  const final = stages.at(-1)
  if (final === undefined) return { file: undefined, findings: [finding(undefined, 'There is no FROM.', 'Begin with a base image.')] }
  return { file: { stages: linked(stages), final: linked(stages).at(-1) ?? final }, findings: [] }
}

function refusalsOf(source: string): readonly Finding[] {
  try {
    return validate(source)
      .filter(({ severity }) => severity === ERROR)
      .map(({ message, range }) => {
        const cause = (typeof message === 'string' ? message : message.value).slice(0, 200)
        return finding(range.start.line + 1, `A build refuses this: ${cause}.`, 'Mend it as the Dockerfile reference says.')
      })
  } catch {
    // The validator keeps names in plain objects, and falls over a stage that is called like what every object has.
    return [finding(undefined, 'The parser cannot read this file.', 'Give stages and variables ordinary names.')]
  }
}

/** Parents as they are when every instruction is known: a stage is only ever the base of later ones. */
function linked(stages: readonly Stage[]): readonly Stage[] {
  const known: Stage[] = []
  for (const stage of stages) known.push({ ...stage, parent: stageCalled(stage.base, known) })
  return known
}

function read(instruction: Parsed, line: number): Instruction {
  const text = heredocOf(instruction) ?? instruction.getArgumentsContent() ?? ''
  const json = jsonOf(text)
  return {
    keyword: instruction.getKeyword(),
    line,
    text,
    words: json ?? instruction.getExpandedArguments().map((argument) => unquoted(argument.getValue())),
    json,
    flags: flagsOf(instruction),
    properties: propertiesOf(instruction),
  }
}

/** What stands between `<<EOF` and `EOF`; undefined where there is none. */
function heredocOf(instruction: Parsed): string | undefined {
  const content = instruction.getArgumentsContent()
  if (content === null || !/^<<-?['"]?\w+['"]?/.test(content)) return undefined
  return content.split('\n').slice(1, -1).join('\n')
}

/** Docker takes for the exec form what is a JSON list of texts, and everything else for the shell form. */
function jsonOf(text: string): readonly string[] | undefined {
  if (!text.startsWith('[')) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined
  } catch {
    return undefined
  }
}

function flagsOf(instruction: Parsed): readonly (readonly [string, string])[] {
  if (!('getFlags' in instruction)) return []
  return (instruction as ModifiableInstruction).getFlags().map((flag) => [flag.getName().toLowerCase(), flag.getValue() ?? ''] as const)
}

function propertiesOf(instruction: Parsed): Instruction['properties'] {
  if (!('getProperties' in instruction)) return []
  return (instruction as PropertyInstruction)
    .getProperties()
    .map((property) => ({ name: property.getName(), value: property.getValue() ?? undefined }))
}

function unquoted(word: string): string {
  return word.replace(/^(["'])(.*)\1$/s, '$2')
}
