import { expect, test } from 'vitest'
import { themeOf } from './theme.ts'

test('the theme is read from among the cookies; anything else is as the system', () => {
  expect(themeOf('onsite_session=abc; theme=dark')).toBe('dark')
  expect(themeOf('theme=light; x=1')).toBe('light')
  expect(themeOf('mytheme=dark')).toBe('system')
  expect(themeOf('theme=purple')).toBe('system')
  expect(themeOf('')).toBe('system')
})
