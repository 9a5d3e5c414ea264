import type { CheckResult } from '../../domain/job.ts'
import { Icon } from '../control/icon.tsx'
import { Message } from '../run/message.tsx'
import { DifferenceView } from '../shown/difference.tsx'
import { MeasuredFigures } from './measured.tsx'

/** Each check with its result; the first that failed is open. */
export function CheckList({ checks }: { readonly checks: readonly CheckResult[] }) {
  const first = checks.findIndex((check) => !check.passed && (messageOf(check) !== '' || check.difference !== undefined))
  return (
    <ul>
      {checks.map((check, index) => (
        <li key={check.name}>
          <CheckRow check={check} open={index === first} />
          {check.measured !== undefined && <MeasuredFigures figures={check.measured} />}
        </li>
      ))}
    </ul>
  )
}

function CheckRow({ check, open }: { readonly check: CheckResult; readonly open: boolean }) {
  const line = (
    <>
      <Icon name={check.passed ? 'check' : 'cross'} className={check.passed ? 'text-pass' : 'text-fail'} />
      <span className="min-w-0 flex-1 text-[0.875rem]">{check.name}</span>
      <span className="text-[0.8125rem] text-soft">
        {check.visible ? '' : 'hidden, '}
        {check.category}
      </span>
      <span className={`w-12 text-right text-[0.8125rem] ${check.passed ? 'text-pass' : 'text-fail'}`}>
        {check.passed ? 'passed' : 'failed'}
      </span>
    </>
  )
  if (check.passed || (messageOf(check) === '' && check.difference === undefined)) {
    return (
      <div className="check">
        <div className="check-line">
          <span className="w-4" />
          {line}
        </div>
      </div>
    )
  }
  return (
    <details className="check" open={open}>
      <summary>
        <Icon name="chevron" className="chevron text-soft" />
        {line}
      </summary>
      <div className="grid gap-3 pt-1 pb-4 pl-[1.625rem]">
        {messageOf(check) !== '' && <Message text={messageOf(check)} />}
        {check.difference !== undefined && <DifferenceView difference={check.difference} />}
      </div>
    </details>
  )
}

/** What a figure missed stands in its own line. */
function messageOf({ message, measured = [] }: CheckResult): string {
  return measured.some(({ passed }) => !passed) ? '' : message
}
