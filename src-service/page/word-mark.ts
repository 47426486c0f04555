/** Paving stones, one of them warm: the square in front of a door. The same as in the window's header. */
const STONES = `<svg viewBox="0 0 32 32" aria-hidden="true" focusable="false"><rect x="2" y="2" width="12" height="8" rx="1.5"/><rect x="16" y="2" width="14" height="8" rx="1.5"/><rect x="2" y="12" width="7" height="8" rx="1.5"/><rect x="11" y="12" width="11" height="8" rx="1.5" class="warm"/><rect x="24" y="12" width="6" height="8" rx="1.5"/><rect x="2" y="22" width="13" height="8" rx="1.5"/><rect x="17" y="22" width="13" height="8" rx="1.5"/></svg>`

/** The name with its sign, for the head of a page. */
export function wordMark(): string {
  return `<p class="wordmark">${STONES}<span>Parvis</span></p>`
}
