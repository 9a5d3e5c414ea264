/** A cause: a sentence as text; several lines, such as a traceback, as they stand. */
export function Message({ text }: { readonly text: string }) {
  const lines = text.includes('\n')
  return <p className={lines ? 'mt-1 overflow-x-auto font-mono text-[0.8125rem] whitespace-pre' : 'mt-1 text-[0.875rem]'}>{text}</p>
}
