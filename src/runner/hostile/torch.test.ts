import { join } from 'node:path'
import { createBlobs } from '../blobs.ts'
import { createPythonEngine } from '../python/engine.ts'
import { testHostile } from '../suite/hostile.ts'

const blobs = createBlobs()
const engine = createPythonEngine({ project: join(import.meta.dirname, '..', '..', '..'), blobs, slots: 8 })
await engine.warm('torch')
testHostile('torch', engine, blobs, engine.isolation())
