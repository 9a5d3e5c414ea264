import { z } from 'zod'
import { containersOf } from '../cluster.ts'
import { finding } from '../finding.ts'
import { imageReference, whyUnpinned } from '../image-reference.ts'
import { ruleOf } from '../rule.ts'
import type { KubernetesSubject } from './subject.ts'

/** Every container's image always means the same bytes: a tag that does not move, or (`digest`) a digest. */
export const imagesPinned = ruleOf('images-pinned', { digest: z.boolean().default(false) }, ({ cluster }: KubernetesSubject, { digest }) =>
  cluster.pods.flatMap(containersOf).flatMap(({ container, lineOf }) => {
    if (container.image === undefined) return [finding(lineOf(), `The container "${container.name}" has no image.`, 'Name one.')]
    const reference = imageReference(container.image)
    if (reference === undefined)
      return [finding(lineOf('image'), 'This is not the name of an image.', 'Write e.g. `registry.example/team/server:1.4.2`.')]
    const why = whyUnpinned(reference, digest)
    const fix = digest ? 'Name the digest: `…@sha256:<64 hex digits>`.' : 'Name the version, or the digest.'
    return why === undefined ? [] : [finding(lineOf('image'), `The image of "${container.name}" ${why}.`, fix)]
  }),
)
