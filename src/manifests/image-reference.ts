/** The name of a container image, taken apart: `registry.example:5000/team/server:1.4.2@sha256:...`. */
export interface ImageReference {
  /** Registry and repository. */
  readonly repository: string
  readonly tag: string | undefined
  /** `sha256:` and 64 hex digits. */
  readonly digest: string | undefined
}

/** Undefined when it is not the name of an image. */
export function imageReference(text: string): ImageReference | undefined {
  if (text.length > 400) return undefined
  const [name = '', digest, ...more] = text.split('@')
  if (more.length > 0 || (digest !== undefined && !/^sha256:[0-9a-f]{64}$/.test(digest))) return undefined
  const slash = name.lastIndexOf('/')
  const colon = name.indexOf(':', slash + 1)
  const repository = colon < 0 ? name : name.slice(0, colon)
  const tag = colon < 0 ? undefined : name.slice(colon + 1)
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*(:\d{1,5})?(\/[a-z0-9][a-z0-9._-]*)*$/.test(repository)) return undefined
  if (tag !== undefined && !/^\w[\w.-]{0,127}$/.test(tag)) return undefined
  return { repository, tag, digest }
}

/** Tags that move to another image whenever somebody pushes one. */
const MOVING = /^(latest|stable|main|master|dev|develop|edge|nightly|prod|production|current|lts)$/

/** Why a name does not always mean the same image; undefined when it does. */
export function whyUnpinned({ tag, digest }: ImageReference, wantsDigest: boolean): string | undefined {
  if (digest !== undefined) return undefined
  if (tag === undefined) return 'names no tag, which means `latest`: another image with each push'
  if (MOVING.test(tag)) return `has the tag \`${tag}\`, which moves with each push`
  return wantsDigest ? `is pinned by the tag \`${tag}\` only, and whoever may push can move a tag` : undefined
}
