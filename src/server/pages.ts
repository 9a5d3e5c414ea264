import { readFile, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'

/** Renders a page of the client's bundle; it reads its data through `api`, in this process. */
export type Render = (request: Request, api: (request: Request) => Promise<Response>) => Promise<Response>

/** What the server shows a browser: the built client, the content's figures, and the rendered pages. */
export interface Pages {
  readonly render: Render
  /** Folder of the built client. */
  readonly client: string
  /** Folder of the content: only its figures are served. */
  readonly content: string
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
}

export function pageRoutes({ render, client, content }: Pages, api: (request: Request) => Promise<Response>): Hono {
  return new Hono()
    .use(compress())
    .get('/assets/*', (context) => file(context, client, context.req.path, 'public, max-age=31536000, immutable'))
    .get('/favicon.svg', (context) => file(context, client, '/favicon.svg', 'public, max-age=86400'))
    .get('/content/:topic/figures/:name{[a-z0-9-]+\\.(svg|png)}', (context) =>
      file(context, content, `/${context.req.param('topic')}/figures/${context.req.param('name')}`, 'no-cache'),
    )
    .get('*', async (context) => {
      const page = await render(context.req.raw, api)
      page.headers.set('cache-control', 'no-store')
      return page
    })
}

async function file(context: Context, root: string, path: string, cacheControl: string): Promise<Response> {
  const full = within(root, path)
  const type = full === undefined ? undefined : TYPES[extname(full)]
  if (full === undefined || type === undefined) return context.notFound()
  const found = await stat(full).catch(() => undefined)
  if (found === undefined || !found.isFile()) return context.notFound()
  context.header('content-type', type)
  context.header('cache-control', cacheControl)
  return context.body(new Uint8Array(await readFile(full)))
}

/** The file that an address names, unless it leaves the folder or is no text. The separator matters: `web-server` begins with `web`. */
function within(root: string, path: string): string | undefined {
  try {
    const full = join(root, decodeURIComponent(path))
    return full.startsWith(join(root, sep)) ? full : undefined
  } catch {
    return undefined
  }
}
