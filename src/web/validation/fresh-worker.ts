import { compareAnew } from '../../validation/fresh.ts'
import type { FreshAnswer, FreshQuestion } from './fresh.ts'

/** Runs every form under seeds that nobody chose, and tells of each as soon as it is done. */
addEventListener('message', ({ data: { seed } }: MessageEvent<FreshQuestion>) => {
  let done = 0
  for (const rows of compareAnew(seed)) postMessage({ rows, done: ++done } satisfies FreshAnswer)
})
