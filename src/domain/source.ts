/** Where a claim comes from. */
export interface Source {
  readonly title: string
  readonly url: string
}
