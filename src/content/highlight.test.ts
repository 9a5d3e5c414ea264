import { expect, test } from 'vitest'
import { renderMarkdown } from './markdown.ts'

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const CODE = `~~~python
# a comment
from dataclasses import dataclass
@dataclass
class Row(Base):
    """Doc."""
    x: int = 0x1F + 2.5e3
    def f(self, *args, k=None) -> str:
        return f"{self.x!r} \\n" if not True else r"\\d+" % args[0]
~~~

~~~sql
-- a comment
select count(*) as n, 'text' from shop s join sale using (id) where x > 1.5 group by 1;
~~~

~~~yaml
key: [1, true, text] # a comment
~~~

~~~json
{"key": [1, null, "text\\n"]}
~~~

~~~bash
# a comment
for f in *.py; do echo "$f" | grep -v x > /tmp/y; done
~~~
`

test('every colour of code can be read on the grounds of the page, light and dark', async () => {
  const { html, problems } = await renderMarkdown(CODE, { topic: 'python', root: '/nowhere' })
  expect(problems).toEqual([])
  // The darkest light ground and the lightest dark one that the client's style sheet has.
  const grounds = { light: '#f3f3f1', dark: '#1b1d21' }
  for (const theme of ['light', 'dark'] as const) {
    const colours = new Set([...html.matchAll(new RegExp(`--shiki-${theme}:(#[0-9a-fA-F]{6})`, 'g'))].map(([, colour = '']) => colour))
    expect(colours.size).toBeGreaterThan(4)
    for (const colour of colours) expect(contrast(colour, grounds[theme]), `${colour} on ${grounds[theme]}`).toBeGreaterThanOrEqual(4.5)
  }
})
