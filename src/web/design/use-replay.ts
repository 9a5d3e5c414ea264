import { useEffect, useRef, useState } from 'react'
import type { OpenCase } from '../../server/design-contract.ts'
import type { Replay } from './graded-pane.tsx'
import { openThread, type Thread } from './preview.ts'
import { digestOfReport, type Shared } from './share.ts'

const BEGUN: Replay = { phase: 'running', done: 0, total: 0, report: undefined, message: '', isSame: undefined }

/** Grades a shared drawing again in this browser, with its own seed, and holds the report against the one that was shared. */
export function useReplay(asked: OpenCase, par: number | undefined): readonly [Replay | undefined, (shared: Shared) => void, () => void] {
  const [replay, setReplay] = useState<Replay | undefined>(undefined)
  const thread = useRef<Thread | undefined>(undefined)
  useEffect(() => () => thread.current?.stop(), [])
  const end = () => {
    thread.current?.stop()
    setReplay(undefined)
  }
  const start = ({ text, level, seed, digest }: Shared) => {
    thread.current?.stop()
    thread.current = openThread()
    setReplay(BEGUN)
    const answered = thread.current.ask({ type: 'grade', case: asked, text, level, seed, par }, (done, total) =>
      setReplay((before) => before && { ...before, done, total }),
    )
    void answered.then((answer) => {
      if (answer.type === 'graded') {
        const isSame = digest === undefined ? undefined : digestOfReport(answer.report) === digest
        setReplay({ ...BEGUN, phase: 'done', report: answer.report, isSame })
      } else if (answer.type === 'failed') setReplay({ ...BEGUN, phase: 'failed', message: answer.message })
    })
  }
  return [replay, start, end]
}
