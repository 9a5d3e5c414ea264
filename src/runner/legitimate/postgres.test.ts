import { join } from 'node:path'
import { createBlobs } from '../blobs.ts'
import { createPostgresEngine } from '../postgres/engine.ts'
import { testLegitimate } from '../suite/legitimate.ts'

const blobs = createBlobs()
testLegitimate('postgres', createPostgresEngine({ project: join(import.meta.dirname, '..', '..', '..'), blobs }), blobs, true)
