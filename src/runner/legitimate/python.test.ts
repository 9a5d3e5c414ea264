import { join } from 'node:path'
import { createBlobs } from '../blobs.ts'
import { createPythonEngine } from '../python/engine.ts'
import { testLegitimate } from '../suite/legitimate.ts'

const blobs = createBlobs()
const engine = createPythonEngine({ project: join(import.meta.dirname, '..', '..', '..'), blobs })
await engine.warm('python')
testLegitimate('python', engine, blobs, engine.isolation().mode === 'isolated')
