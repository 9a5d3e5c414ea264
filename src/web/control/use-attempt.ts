import { useCallback, useState } from 'react'
import { reasonOf } from '../reason.ts'

/** Work that may fail, and why it did the last time: empty once it goes well. */
export function useAttempt(): readonly [string, (work: () => Promise<unknown>) => Promise<void>] {
  const [problem, setProblem] = useState('')
  const attempt = useCallback(async (work: () => Promise<unknown>) => {
    try {
      await work()
      setProblem('')
    } catch (error) {
      setProblem(reasonOf(error))
    }
  }, [])
  return [problem, attempt]
}
