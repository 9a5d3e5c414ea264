/** How the page looks: as the system does, or as chosen. */
export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** The theme of a Cookie header. The server reads it too, so a page never flashes in the wrong colours. */
export function themeOf(cookies: string): Theme {
  const value = /(?:^|;\s*)theme=(\w+)/.exec(cookies)?.[1]
  return THEMES.find((theme) => theme === value) ?? 'system'
}

/** Shows and remembers a theme. Browser only. */
export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet.
  document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax`
}
