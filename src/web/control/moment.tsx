/** A time in the reader's zone and language; the server may live in another, so the first rendering may differ. */
export function Moment({ at }: { readonly at: string }) {
  const format = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
  return (
    <time dateTime={at} suppressHydrationWarning>
      {format.format(new Date(at))}
    </time>
  )
}
