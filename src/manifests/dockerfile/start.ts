import { type Dockerfile, type Instruction, shipped } from './dockerfile.ts'
import { commandsOf } from './shell.ts'

/** What a container of the image starts. */
export interface Start {
  /** The instruction that decides what process 1 is. */
  readonly instruction: Instruction
  /** The commands that run: one in the exec form, those of the shell line otherwise. */
  readonly commands: readonly (readonly string[])[]
}

/**
 * ENTRYPOINT and CMD together (https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact): the words
 * of CMD follow those of an ENTRYPOINT in the exec form; one in the shell form hears nothing of them. Undefined where neither is said.
 */
export function startOf(file: Dockerfile): Start | undefined {
  const instructions = shipped(file)
  const entry = instructions.findLast(({ keyword }) => keyword === 'ENTRYPOINT')
  const command = instructions.findLast(({ keyword }) => keyword === 'CMD')
  if (entry?.json !== undefined && command?.json !== undefined)
    return { instruction: entry, commands: commandsOf({ text: '', json: [...entry.json, ...command.json] }) }
  const instruction = entry ?? command
  return instruction === undefined ? undefined : { instruction, commands: commandsOf(instruction) }
}
