import { useRouteContext } from '@tanstack/react-router'
import { useState } from 'react'
import type { BroughtReviews } from '../../server/study-contract.ts'
import { reasonOf } from '../reason.ts'

/** The server takes 4 MB, of which base64 leaves three quarters. */
const LARGEST = 2_900_000

/** Takes everything out as files, and a review log of another program in. */
export function YourData() {
  const api = useRouteContext({ from: '__root__', select: (context) => context.api })
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState('')

  const bring = async (file: File) => {
    setProblem('')
    setSaid(`Reading ${file.name} …`)
    try {
      if (file.size > LARGEST)
        throw new Error(`${file.name} is larger than 2.9 MB. In the terminal there is no such limit: onsite import ${file.name}`)
      const { added, known, unmatched } = await api.post<BroughtReviews>('/reviews', { name: file.name, base64: await base64Of(file) })
      const left = unmatched.reduce((sum, { count }) => sum + count, 0)
      setSaid(`Added ${added} reviews; ${known} were known already; ${left} are about no pattern of Onsite.`)
    } catch (error) {
      setSaid('')
      setProblem(reasonOf(error))
    }
  }
  return (
    <>
      <p className="mt-4 flex flex-wrap gap-3">
        <a href="/api/history.jsonl" className="button small" download="onsite-history.jsonl">
          Everything, as readable JSON
        </a>
        <a href="/api/deck.apkg" className="button small" download="onsite.apkg">
          What slips away, as an Anki deck
        </a>
        <label className="button small">
          Bring reviews from Anki or a CSV
          <input
            type="file"
            className="sr-only"
            accept=".apkg,.colpkg,.csv,.tsv,.txt"
            onChange={(event) => {
              const [file] = event.target.files ?? []
              if (file !== undefined) void bring(file)
              event.target.value = ''
            }}
          />
        </label>
      </p>
      <p role="status" className="mt-2 text-[0.875rem] text-soft">
        {said}
      </p>
      {problem !== '' && (
        <p role="alert" className="mt-2 text-fail">
          {problem}
        </p>
      )}
    </>
  )
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(typeof reader.result === 'string' ? (reader.result.split(',', 2)[1] ?? '') : '')
    reader.onerror = () => reject(reader.error ?? new Error('The file cannot be read.'))
    reader.readAsDataURL(file)
  })
}
