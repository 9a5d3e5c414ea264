import { join } from 'node:path'
import { createBlobs } from '../blobs.ts'
import { createPostgresEngine } from '../postgres/engine.ts'
import { testHostile } from '../suite/hostile.ts'

const blobs = createBlobs()
/** The server's own: roles and databases. */
const WALLS = { mode: 'isolated', reason: '' } as const
testHostile('postgres', createPostgresEngine({ project: join(import.meta.dirname, '..', '..', '..'), blobs, slots: 8 }), blobs, WALLS)
