import { join } from 'node:path'
import type { Runner } from '../domain/runner.ts'
import { createBlobs } from '../runner/blobs.ts'
import { createManifestEngine } from '../runner/manifests/engine.ts'
import { createPostgresEngine } from '../runner/postgres/engine.ts'
import { createProbe } from '../runner/probe/probe.ts'
import { FORGETFUL, rememberIn } from '../runner/probe/remembered.ts'
import { systemOf } from '../runner/probe/system.ts'
import { createPythonEngine } from '../runner/python/engine.ts'
import { createRunner } from '../runner/runner.ts'
import { createSimulationEngine } from '../runner/simulation/engine.ts'

/** What nobody's code may find, besides our own folder and the learner's. */
const SECRETS = ['/etc/passwd', '/etc/shadow', '/etc/hostname', '/proc/self', '/proc/1', '/sys/kernel']

/**
 * The engines of this machine behind one runner. Nothing starts before its first job. Apart from the store, which judging does not
 * need. `home` is the learner's folder: it remembers there which slow probes held.
 */
export function openRunner(project: string, home?: string): Runner {
  const blobs = createBlobs()
  const python = createPythonEngine({ project, blobs })
  const probe = createProbe({
    engine: python,
    blobs,
    remembered: home === undefined ? FORGETFUL : rememberIn(join(home, 'probe.json')),
    system: () => systemOf(project),
    paths: [...SECRETS, join(project, 'package.json'), ...(home === undefined ? [] : [home])],
  })
  return createRunner(
    [python, createPostgresEngine({ project, blobs }), createManifestEngine(blobs), createSimulationEngine({ project, blobs })],
    blobs,
    probe,
  )
}
