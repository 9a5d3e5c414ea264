import { PostgreSQL } from '@codemirror/lang-sql'
import { indentUnit } from '@codemirror/language'
import type { Extension } from '@codemirror/state'

/** The grammar of PostgreSQL's SQL. */
export const grammar: Extension = [PostgreSQL.language, indentUnit.of('  ')]
