import type { Rating } from '../domain/evidence.ts'
import type { Pattern } from '../domain/pattern.ts'
import { UserError } from '../domain/user-error.ts'
import { readCollection, type LoggedReview } from './collection.ts'
import { matchReviews } from './match.ts'
import { collectionIn } from './package.ts'
import type { ForeignReview, Reviews } from './review.ts'
import { readTable, requirePast } from './table.ts'

export interface ReadRequest {
  /** How messages name the file. */
  readonly name: string
  readonly patterns: Iterable<Pick<Pattern, 'id' | 'title'>>
  /** Milliseconds since 1970. */
  readonly now: number
  /** A folder for temporary files. */
  readonly scratch: string
}

/** Larger files are no review logs. */
const LARGEST = 512 * 1024 * 1024
const LARGEST_TABLE = 64 * 1024 * 1024

/**
 * Reads a review log: an Anki package or collection, a CSV table. What it is is seen from its first bytes. All of it is
 * read before anything is answered. Throws UserError with place, cause and remedy, also where no card names a pattern.
 */
export function readReviews(bytes: Uint8Array, request: ReadRequest): Reviews {
  const { name, patterns } = request
  if (bytes.length === 0) throw new UserError('The file is empty.', { where: name, fix: 'Export it again.' })
  if (bytes.length > LARGEST)
    throw new UserError('The file is larger than 512 MB.', { where: name, fix: 'Export without media, or one deck at a time.' })
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  const from = head.startsWith('PK\u0003\u0004') || head.startsWith('SQLite format 3') ? 'anki' : 'csv'
  const found = from === 'anki' ? ankiReviews(bytes, head, request) : readTable(textOf(bytes, name), request)
  const matched = matchReviews(found, patterns)
  if (matched.reviews.length > 0) return { from, ...matched }
  const labels = matched.unmatched.slice(0, 5).map(({ label }) => `"${label.slice(0, 60)}"`)
  throw new UserError(`None of its ${found.length} reviews is about a pattern of Onsite's: ${labels.join(', ')}.`, {
    where: name,
    fix: 'Tag the cards with the patterns they are about, e.g. tensors::stable-softmax, or write a CSV with the columns pattern, rating, time.',
  })
}

function ankiReviews(bytes: Uint8Array, head: string, { name, now, scratch }: ReadRequest): readonly ForeignReview[] {
  const collection = head.startsWith('PK') ? collectionIn(bytes, name) : bytes
  const logged = readCollection(collection, { name, scratch })
  const graded = logged.filter(({ ease, type }) => ease >= 1 && ease <= 4 && type <= 3)
  if (graded.length === 0) {
    throw new UserError('Holds no reviews.', {
      where: name,
      fix: 'Export again and tick "include scheduling information"; or there have been none yet.',
    })
  }
  return graded.map((review) => {
    requirePast(review.at, now, `${name}, review ${review.at}`)
    return { at: review.at, rating: review.ease as Rating, labels: labelsOf(review) }
  })
}

function labelsOf({ tags, fields, deck }: LoggedReview): readonly string[] {
  const [front = ''] = fields.split('\u001f')
  const plain = front
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return [...tags.split(' '), deck, plain].filter((label) => label !== '')
}

/** UTF-8, or UTF-16 where the file says so. */
function textOf(bytes: Uint8Array, name: string): string {
  if (bytes.length > LARGEST_TABLE)
    throw new UserError('The table is larger than 64 MB.', { where: name, fix: 'Split it into several files.' })
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    const text = new TextDecoder(wide, { fatal: true }).decode(bytes)
    if (!text.includes('\0')) return text.replaceAll('\r\n', '\n')
  } catch {
    // Falls through: said below.
  }
  throw new UserError('Is neither an Anki package nor text in UTF-8.', {
    where: name,
    fix: 'Give an .apkg or .colpkg file, or save the table as CSV in UTF-8.',
  })
}
