import type { Problem } from '../content/problem.ts'
import type { Gym } from '../gym/gym.ts'
import type { ExitCode, Shell } from './shell.ts'
import { surroundingsOf } from './surroundings.ts'

/** Opens the gym for one command and closes it, whatever comes of it. */
export async function withGym(
  shell: Shell,
  work: (opened: { readonly gym: Gym; readonly problems: readonly Problem[] }) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { closeGym, openGym } = await import('../gym/open.ts')
  const opened = await openGym(surroundingsOf(shell))
  try {
    return await work(opened)
  } finally {
    await closeGym(opened.gym)
  }
}
