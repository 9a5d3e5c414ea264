import type { Tasks } from './tasks.ts'

/** What a message says, for when it is given out again. */
export interface Letter {
  readonly key: number
  readonly kind: number
  readonly born: number
  readonly happened: number
  readonly quality: number
  readonly work: number
  readonly operation: number
  deliveries: number
  /** Of the latest delivery. */
  serial: number
  /** Somebody works on it. */
  isOut: boolean
  isDone: boolean
}

/** Of a message that is given out for the first time. */
export function letterOf(tasks: Tasks, message: number): Letter {
  return {
    key: tasks.key[message] as number,
    kind: tasks.kind[message] as number,
    born: tasks.born[message] as number,
    happened: tasks.happened[message] as number,
    quality: tasks.quality[message] as number,
    work: tasks.work[message] as number,
    operation: tasks.operation[message] as number,
    deliveries: 0,
    serial: -1,
    isOut: false,
    isDone: false,
  }
}

/** Gives a new message what the letter says beyond its key, class and birth. */
export function restore(tasks: Tasks, message: number, letter: Letter): void {
  tasks.happened[message] = letter.happened
  tasks.quality[message] = letter.quality
  tasks.work[message] = letter.work
  tasks.operation[message] = letter.operation
}
