import type { Readable } from 'node:stream'
import { z } from 'zod'
import { readLines } from './lines.ts'
import { type JudgeReport, judgeReport, type RivalOrder, rivalOrder } from './report.ts'
import type { Checked, Closing, Planned } from './verdict.ts'

/** Everything a judge said. */
export interface Hearing {
  readonly plan: readonly Planned[] | undefined
  readonly checked: readonly Checked[]
  readonly closing: Closing | undefined
}

/** What is done while the judge speaks. */
export interface Listener {
  /** Before hidden checks begin. */
  readonly onHidden: () => void
  readonly onCheck: (planned: Planned, report: Checked) => void
  readonly onRival: (order: RivalOrder) => void
}

/** Collects the judge's reports until its connection closes. */
export function hearJudge(reports: Readable, { onHidden, onCheck, onRival }: Listener): Promise<Hearing> {
  let plan: readonly Planned[] | undefined
  const checked: Checked[] = []
  let closing: Closing | undefined

  function hear(report: JudgeReport): void {
    switch (report.type) {
      case 'plan':
        plan = report.checks
        return
      case 'hidden':
        onHidden()
        return
      case 'check': {
        const planned = plan?.find(({ name }) => name === report.name)
        if (planned === undefined) return
        checked.push(report)
        onCheck(planned, report)
        return
      }
      default:
        closing = report
        reports.destroy()
    }
  }
  return new Promise((resolve) => {
    readLines(reports, (line) => {
      if (closing !== undefined) return
      const said = reportOf(line)
      if (said.type === 'rival' || said.type === 'frame' || said.type === 'measure' || said.type === 'dismiss') onRival(said)
      else hear(said)
    })
    reports.once('close', () => resolve({ plan, checked, closing }))
  })
}

function reportOf(line: string): JudgeReport | RivalOrder {
  try {
    return z.union([judgeReport, rivalOrder]).parse(JSON.parse(line))
  } catch (error) {
    return { type: 'fault', message: 'The judge said something that is no report.', detail: String(error).slice(0, 2000) }
  }
}
