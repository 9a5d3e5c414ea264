import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { findEnvironment } from './environment.ts'

test('what travels comes back the same, and no frame does more than be refused', async () => {
  const project = fileURLToPath(new URL('../../..', import.meta.url))
  const script = fileURLToPath(new URL('codec_test.py', import.meta.url))
  const environment = findEnvironment(project)
  if (environment === undefined) throw new Error('the Python environment is not set up')
  const env = { PATH: '/usr/bin:/bin', OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' }
  const { stderr } = await promisify(execFile)(environment.python, ['-B', script, `${project}/runtime`], { env })
  expect(stderr).toMatch(/^OK$/m)
}, 60_000)
