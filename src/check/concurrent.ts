/** Works on all elements, at most `slots` at a time. Results stand in the order of the elements. */
export async function concurrently<T, R>(elements: readonly T[], slots: number, work: (element: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = []
  const waiting = elements.entries()
  const worker = async () => {
    for (const [index, element] of waiting) results[index] = await work(element)
  }
  await Promise.all(Array.from({ length: Math.min(slots, elements.length) }, worker))
  return results
}
