import type { Runner } from '../domain/runner.ts'
import { createBlobs } from '../runner/blobs.ts'
import { createPostgresEngine } from '../runner/postgres/engine.ts'
import { createPythonEngine } from '../runner/python/engine.ts'
import { createRunner } from '../runner/runner.ts'

/** The engines of this machine behind one runner. Nothing starts before its first job. Apart from the store, which judging does not need. */
export function openRunner(project: string): Runner {
  const blobs = createBlobs()
  return createRunner([createPythonEngine({ project, blobs }), createPostgresEngine({ project, blobs })], blobs)
}
