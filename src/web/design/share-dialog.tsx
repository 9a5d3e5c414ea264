import { useState } from 'react'
import { Dialog } from '../control/dialog.tsx'
import { fileOf, packed, type Shared, textOfFile } from './share.ts'

/** A drawing as a link or a file; and back from a file. */
export function ShareDialog({
  shared,
  onOpen,
  onClose,
}: {
  readonly shared: Shared
  readonly onOpen: (text: string) => void
  readonly onClose: () => void
}) {
  const [said, setSaid] = useState('')
  const link = `${location.origin}/items/${shared.slug}#${packed(shared)}`
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => setSaid('Copied.'),
      () => setSaid('The browser did not allow it: copy it from the field.'),
    )
  const save = () => {
    const address = URL.createObjectURL(new Blob([fileOf(shared)], { type: 'application/yaml' }))
    const anchor = document.createElement('a')
    anchor.href = address
    anchor.download = `${shared.slug}.yml`
    anchor.click()
    setTimeout(() => URL.revokeObjectURL(address), 1000)
  }
  const open = (file: File | undefined) => {
    if (file === undefined) return
    if (file.size > 100_000) return setSaid('That file is too large for a drawing.')
    void file.text().then((text) => {
      onOpen(textOfFile(text))
      onClose()
    })
  }
  return (
    <Dialog title="Share" onClose={onClose}>
      <p className="mb-3 text-[0.875rem] text-soft">
        The link holds the drawing itself, the level, the seed{shared.digest === undefined ? '' : ' and a digest of its report'}: whoever
        opens it in their Onsite sees the same numbers, to the last digit, if their engine is version {shared.engine}, too.
      </p>
      <label className="text-[0.8125rem] text-soft" htmlFor="share-link">
        Link
      </label>
      <div className="flex gap-2">
        <input
          id="share-link"
          className="field min-w-0 flex-1 font-mono text-[0.75rem]"
          readOnly
          value={link}
          onFocus={(event) => event.target.select()}
        />
        <button type="button" className="button primary" onClick={() => void copy()}>
          Copy link
        </button>
      </div>
      <p role="status" className="mt-1 min-h-5 text-[0.8125rem] text-soft">
        {said}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <button type="button" className="button" onClick={save}>
          Save as a file
        </button>
        <label className="button cursor-pointer">
          Open a file
          <input type="file" accept=".yml,.yaml,text/yaml" className="sr-only" onChange={(event) => open(event.target.files?.[0])} />
        </label>
      </div>
    </Dialog>
  )
}
