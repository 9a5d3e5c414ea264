import { keywordCompletionSource, PostgreSQL } from '@codemirror/lang-sql'
import { completionOf } from './completion.ts'

/** PostgreSQL's keywords. */
export const completion = completionOf(PostgreSQL.language, [
  PostgreSQL.language.data.of({ autocomplete: keywordCompletionSource(PostgreSQL) }),
])
