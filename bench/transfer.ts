import type { Page, Request } from 'playwright-core'

/** What came over the wire for a page, bytes as they were sent, bodies only. */
export interface Transfer {
  readonly script: number
  readonly style: number
  readonly font: number
  /** The page itself. */
  readonly document: number
  /** Pictures and answers of the API. */
  readonly rest: number
  /** Largest first. */
  readonly files: readonly { readonly path: string; readonly bytes: number }[]
}

/** Notes what a page loads from now on. */
export function noteTransfer(page: Page): { readonly read: () => Promise<Transfer> } {
  const finished: Request[] = []
  page.on('requestfinished', (request) => finished.push(request))
  return {
    async read() {
      const files = await Promise.all(
        finished.map(async (request) => ({
          path: new URL(request.url()).pathname,
          document: request.isNavigationRequest(),
          bytes: (await request.sizes()).responseBodySize,
        })),
      )
      const sum = (wanted: (file: (typeof files)[number]) => boolean) => files.filter(wanted).reduce((total, { bytes }) => total + bytes, 0)
      const script = sum(({ path }) => path.endsWith('.js'))
      const style = sum(({ path }) => path.endsWith('.css'))
      const font = sum(({ path }) => /\.(woff2?|ttf)$/.test(path))
      const document = sum((file) => file.document)
      return {
        script,
        style,
        font,
        document,
        rest: sum(() => true) - script - style - font - document,
        files: files.map(({ path, bytes }) => ({ path, bytes })).sort((a, b) => b.bytes - a.bytes),
      }
    },
  }
}
