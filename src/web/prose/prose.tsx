import { useRouter } from '@tanstack/react-router'
import { type MouseEvent, useCallback, useState } from 'react'
import { createPortal } from 'react-dom'
import { CellBar } from './cell.tsx'

/** HTML of content, rendered and sanitised by the server. Its links stay in the app, its cells become runnable. */
export function Prose({ html, reading = false }: { readonly html: string; readonly reading?: boolean }) {
  const router = useRouter()
  const [cells, setCells] = useState<readonly HTMLElement[]>([])
  const frame = useCallback((element: HTMLDivElement | null) => {
    const found = [...(element?.querySelectorAll<HTMLElement>('.cell[data-runtime]') ?? [])]
    for (const cell of found) cell.classList.add('live')
    setCells(found)
  }, [])

  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const href = link?.getAttribute('href')
    if (href === null || href === undefined || !href.startsWith('/')) return
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    router.history.push(href)
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: only links are handled, and the browser turns their keys into clicks. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above. */}
      <div
        key={html}
        ref={frame}
        className={reading ? 'prose reading' : 'prose'}
        onClick={onClick}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by the server (src/content/markdown.ts).
        dangerouslySetInnerHTML={{ __html: html }}
      />
      {cells.map((cell, index) => createPortal(<CellBar cell={cell} />, cell, String(index)))}
    </>
  )
}
