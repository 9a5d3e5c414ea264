import { useEffect, useEffectEvent, useReducer, useRef } from 'react'
import { type Api, ApiError } from '../api.ts'
import { dropMirror, keepMirror, takeMirror } from './mirror.ts'
import { type DraftEvent, type DraftState, delayMs, openDraft, stepDraft, type Version } from './sync.ts'

/** Names this tab, so that two tabs never write over each other's mirror. */
const TAB = typeof crypto === 'undefined' || typeof crypto.randomUUID !== 'function' ? String(Math.random()) : crypto.randomUUID()

/** Saves a text as it is typed: at once in this browser, in a moment on the server, and never over another tab's newer version. */
export function useDraft(api: Api, slug: string, stored: Version): readonly [DraftState, (event: DraftEvent) => void] {
  const [state, dispatch] = useReducer(stepDraft, stored, openDraft)
  const channel = useRef<BroadcastChannel | undefined>(undefined)
  // Leaving for another page: what still waits is sent; the mirror covers what does not arrive.
  const sendLast = useEffectEvent(() => {
    if (state.phase === 'waiting') void api.saveDraft(slug, state.text, state.base.revision).catch(() => {})
  })

  useEffect(() => {
    const mirror = takeMirror(localStorage, slug, Date.now())
    if (mirror !== undefined) dispatch({ type: 'recovered', mirror })
    const tabs = new BroadcastChannel(`onsite:draft:${slug}`)
    tabs.onmessage = ({ data }: MessageEvent<Version>) => dispatch({ type: 'announced', version: data })
    channel.current = tabs
    const sendNow = () => dispatch({ type: 'due' })
    const onHide = () => document.visibilityState === 'hidden' && sendNow()
    addEventListener('online', sendNow)
    document.addEventListener('visibilitychange', onHide)
    return () => {
      tabs.close()
      removeEventListener('online', sendNow)
      document.removeEventListener('visibilitychange', onHide)
      sendLast()
    }
  }, [slug])

  useEffect(() => {
    const { phase, text, base, aside } = state
    if (phase === 'saved' && aside === undefined) dropMirror(localStorage, slug, TAB)
    else keepMirror(localStorage, slug, TAB, { text, revision: base.revision, unsaved: phase !== 'saved', aside, at: Date.now() })
  }, [state, slug])

  useEffect(() => {
    if (state.phase !== 'waiting' && state.phase !== 'offline') return
    const timer = setTimeout(() => dispatch({ type: 'due' }), delayMs(state))
    return () => clearTimeout(timer)
  }, [state])

  const { phase, sent, base } = state
  useEffect(() => {
    if (phase !== 'saving') return
    api.saveDraft(slug, sent, base.revision).then(
      ({ saved, draft }) => {
        const version = { text: draft.source, revision: draft.revision }
        if (saved) channel.current?.postMessage(version)
        dispatch(saved ? { type: 'stored', revision: draft.revision } : { type: 'refused', stored: version })
      },
      (error: unknown) => {
        if (error instanceof ApiError && error.status < 500) console.error(error)
        dispatch({ type: 'unreachable' })
      },
    )
  }, [api, slug, phase, sent, base.revision])

  return [state, dispatch]
}
