/** A sentence of the content in which `backticks` mark code. */
export function About({ text }: { readonly text: string }) {
  return text.split('`').map((piece, place) => (place % 2 === 0 ? piece : <code key={`${place} ${piece}`}>{piece}</code>))
}
