import { join } from 'node:path'
import type { Problem } from '../content/problem.ts'
import type { Curriculum } from '../domain/curriculum.ts'
import { loadLibrary } from '../content/library.ts'
import { runtimeHash } from '../runner/runtime-hash.ts'
import { openStore } from '../store/open.ts'
import { curriculumOf } from './curriculum.ts'
import type { Gym } from './gym.ts'
import { createMind } from './mind.ts'
import { openRunner } from './open-runner.ts'
import { openOrigins } from './origins.ts'
import { createRecall } from './recollection.ts'

/** What comes from outside: read once by the entry point. */
export interface Surroundings {
  /** Folder of Onsite itself. */
  readonly project: string
  /** Folder of the learner's data. */
  readonly home: string
  readonly databaseUrl: string | undefined
  readonly version: string
  readonly now: () => number
  /** IANA zone of this machine's clock. */
  readonly zone: () => string
  /** Uniform in [0, 1). */
  readonly random: () => number
}

/** Content, engines and store together. Close it with `closeGym`. */
export async function openGym({
  project,
  home,
  databaseUrl,
  version,
  now,
  zone,
  random,
}: Surroundings): Promise<{ readonly gym: Gym; readonly problems: readonly Problem[] }> {
  const { library, problems } = loadLibrary(join(project, 'content'))
  const store = await openStore({ project, home, databaseUrl, now })
  const origins = openOrigins(library)
  let curriculum: Curriculum | undefined
  const gym: Gym = {
    library,
    origins,
    curriculum: () => (curriculum ??= curriculumOf(origins)),
    runner: openRunner(project, home),
    store,
    now,
    zone,
    mind: createMind(
      createRecall(store, library),
      library.topics.map(({ id }) => id),
      { now, zone },
    ),
    drawSeed: () => Math.floor(random() * 2 ** 31),
    judge: { onsite: version, runtime: await runtimeHash(project) },
    home,
  }
  return { gym, problems }
}

export async function closeGym(gym: Gym): Promise<void> {
  await Promise.all([gym.runner.close(), gym.store.close()])
}
