import { DIFFICULTIES, type Difficulty } from '../domain/item.ts'
import type { Level } from '../domain/target.ts'

/** A case is as difficult as it says at *standard*: *intro* asks for less, *senior* and *staff* for more. */
const STEPS: Readonly<Record<Level, number>> = { intro: -1, standard: 0, senior: 1, staff: 1 }

/** How difficult a case is at a level. */
export function difficultyAt(difficulty: Difficulty, level: Level): Difficulty {
  const place = DIFFICULTIES.indexOf(difficulty) + STEPS[level]
  return DIFFICULTIES[Math.min(Math.max(place, 0), DIFFICULTIES.length - 1)] ?? difficulty
}
