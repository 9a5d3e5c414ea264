import { useRouteContext } from '@tanstack/react-router'
import { useState } from 'react'
import { Dialog } from '../control/dialog.tsx'
import { reasonOf } from '../reason.ts'

/** Opens the report of an attempt. */
export function ReportButton({ attempt }: { readonly attempt: string }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="button small plain" onClick={() => setOpen(true)}>
        This verdict looks wrong
      </button>
      {open && <ReportDialog attempt={attempt} onClose={() => setOpen(false)} />}
    </>
  )
}

/** 'This verdict looks wrong': saves everything that replays it to a file on this machine. */
function ReportDialog({ attempt, onClose }: { readonly attempt: string; readonly onClose: () => void }) {
  const api = useRouteContext({ from: '__root__', select: (context) => context.api })
  const [comment, setComment] = useState('')
  const [file, setFile] = useState<string | undefined>(undefined)
  const [problem, setProblem] = useState('')
  const save = () =>
    void api.report(attempt, comment).then(
      (answer) => setFile(answer.file),
      (error: unknown) => setProblem(reasonOf(error)),
    )
  return (
    <Dialog title="This verdict looks wrong" onClose={onClose}>
      {file === undefined ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
        >
          <p className="mb-3">
            Your code, the checks and the draw of their data are saved to one file that judges this attempt again. It stays on this machine.
          </p>
          <label className="grid gap-1">
            <span className="eyebrow">What looks wrong? (optional)</span>
            <textarea className="field min-h-24" value={comment} onChange={(event) => setComment(event.target.value)} />
          </label>
          {problem !== '' && (
            <p role="alert" className="mt-2 text-fail">
              {problem}
            </p>
          )}
          <button type="submit" className="button primary mt-4">
            Save the file
          </button>
        </form>
      ) : (
        <div role="status">
          <p>Saved. Whoever looks after Onsite can replay this verdict from</p>
          <p className="mt-2 rounded-md bg-sunken p-3 font-mono text-[0.8125rem] break-all">{file}</p>
        </div>
      )}
    </Dialog>
  )
}
