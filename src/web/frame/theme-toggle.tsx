import { useRouteContext } from '@tanstack/react-router'
import { useState } from 'react'
import { chooseTheme, THEMES, type Theme } from '../theme.ts'

const NAMES: Readonly<Record<Theme, string>> = { system: 'as the system', light: 'light', dark: 'dark' }

/** Steps through the themes; the name says which is on. */
export function ThemeToggle() {
  const opened = useRouteContext({ from: '__root__', select: ({ theme }) => theme })
  const [theme, setTheme] = useState(opened)
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system'
  return (
    <button
      type="button"
      className="button plain ml-1 !min-w-9 !px-2"
      aria-label={`Theme: ${NAMES[theme]}. Change to ${NAMES[next]}`}
      title={`Theme: ${NAMES[theme]}`}
      onClick={() => {
        chooseTheme(next)
        setTheme(next)
      }}
    >
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.5">
        <circle cx="9" cy="9" r="6.5" />
        {theme === 'system' && <path d="M9 2.5a6.5 6.5 0 0 1 0 13Z" fill="currentColor" stroke="none" />}
        {theme === 'dark' && <circle cx="9" cy="9" r="6.5" fill="currentColor" stroke="none" />}
      </svg>
    </button>
  )
}
