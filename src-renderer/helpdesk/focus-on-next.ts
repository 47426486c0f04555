/** After something is settled: the name of what has come into view, or the head of the page where nothing is left. */
export function focusOnNext(title: HTMLElement | null | undefined): void {
  const target = title ?? document.querySelector<HTMLElement>('h1')
  target?.focus()
}
