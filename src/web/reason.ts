/** Why something failed, in a sentence to show. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
