const MARKED = /(`[^`]+`|\*\*[^*]+\*\*|\*[^*]+\*)/

/** A sentence of the content in which `backticks` mark code, *one star* what is stressed and **two** what is strong. */
export function About({ text }: { readonly text: string }) {
  return text.split(MARKED).map((piece, place) => {
    const key = `${place} ${piece}`
    if (place % 2 === 0) return piece
    if (piece.startsWith('`')) return <code key={key}>{piece.slice(1, -1)}</code>
    return piece.startsWith('**') ? <strong key={key}>{piece.slice(2, -2)}</strong> : <em key={key}>{piece.slice(1, -1)}</em>
  })
}
