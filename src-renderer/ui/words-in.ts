/** The words of an element as they are told: without what is hidden from assistive technology, and with room between its parts. */
export function wordsIn(element: Element): string {
  const copy = element.cloneNode(true) as Element
  for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove()
  for (const part of copy.querySelectorAll('p, div, li')) part.append(' ')
  return (copy.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
}
