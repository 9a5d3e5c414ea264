import type { Readable } from 'node:stream'
import { readLines } from './lines.ts'
import { type JudgeReport, judgeReport } from './report.ts'
import type { Checked, Closing, Planned } from './verdict.ts'

/** Everything a judge said. */
export interface Hearing {
  readonly plan: readonly Planned[] | undefined
  readonly checked: readonly Checked[]
  readonly closing: Closing | undefined
}

/** Collects the judge's reports until its connection closes. `onHidden` is called before hidden checks begin, `onCheck` for each outcome. */
export function hearJudge(reports: Readable, onHidden: () => void, onCheck: (planned: Planned, report: Checked) => void): Promise<Hearing> {
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
      if (closing === undefined) hear(reportOf(line))
    })
    reports.once('close', () => resolve({ plan, checked, closing }))
  })
}

function reportOf(line: string): JudgeReport {
  try {
    return judgeReport.parse(JSON.parse(line))
  } catch (error) {
    return { type: 'fault', message: 'The judge said something that is no report.', detail: String(error).slice(0, 2000) }
  }
}
