/** A cause: sentences as text; other lines, such as a traceback, as they stand. */
export function Message({ text }: { readonly text: string }) {
  if (text.split('\n').every((line, _, lines) => lines.length === 1 || /^\S.*[.?!]$/.test(line))) {
    return <p className="mt-1 text-[0.875rem] whitespace-pre-line">{text}</p>
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the keyboard.
    <p className="mt-1 overflow-x-auto font-mono text-[0.8125rem] whitespace-pre" tabIndex={0}>
      {text}
    </p>
  )
}
