import './style/main.css'
import { RouterProvider } from '@tanstack/react-router'
import { hydrateRoot } from 'react-dom/client'
import { createApi } from './api.ts'
import { type Given, primed } from './given.ts'
import { createOnsiteRouter, titleOf } from './router.tsx'
import { themeOf } from './theme.ts'

/** Starts the client on the page that the server rendered: loads the same route from the answers that came with it, then hydrates. */
async function start(): Promise<void> {
  const root = document.getElementById('root')
  const given = document.getElementById('given')
  if (root === null || given === null) throw new Error('The page lacks #root or #given: render.tsx writes both.')
  const send = primed((request) => fetch(request), JSON.parse(given.textContent ?? '') as Given)
  const router = createOnsiteRouter({
    api: createApi(send, location.origin),
    theme: themeOf(document.cookie),
    scrollRestoration: true,
  })
  // The page was rendered on the server: the router leaves out the boundary that only a client-side start has.
  router.ssr = { manifest: undefined }
  await router.load()
  hydrateRoot(root, <RouterProvider router={router} />)

  router.subscribe('onRendered', ({ pathChanged }) => {
    document.title = titleOf(router)
    // A new page reads from its start, for a screen reader as well.
    if (pathChanged && location.hash === '') document.getElementById('main')?.focus({ preventScroll: true })
  })
}

/**
 * After an update of Onsite a tab that stayed open may ask for a file that is no longer there: it loads the page again.
 * Only when the server answers, so that a tab without a line keeps its page, and not twice in a minute, so that a missing
 * file makes no loop. What was typed is kept by its mirror.
 */
async function reloadWhenOutdated(): Promise<void> {
  const last = Number(sessionStorage.getItem('onsite:reloaded'))
  if (Date.now() - last < 60_000) return
  const answered = await fetch('/api/session').then(
    ({ ok }) => ok,
    () => false,
  )
  if (!answered) return
  sessionStorage.setItem('onsite:reloaded', String(Date.now()))
  location.reload()
}

addEventListener('vite:preloadError', () => void reloadWhenOutdated())
void start()
