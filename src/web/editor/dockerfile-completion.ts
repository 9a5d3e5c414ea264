import { completionOf } from './completion.ts'
import { grammar } from './dockerfile.ts'

/** The words of the text itself. */
export const completion = completionOf(grammar, [])
