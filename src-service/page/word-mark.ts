/** The square in front of a door: paving stones, of which the one at the threshold is warm. The same as in the window's header. */
const DOOR = `<svg viewBox="0 0 32 32" aria-hidden="true" focusable="false"><path class="glow" d="M12 19.5v-9a4 4 0 0 1 8 0v9z"/><path fill-rule="evenodd" d="M8 19.5V10a8 8 0 0 1 16 0v9.5zM12 19.5h8V10a4 4 0 0 0-8 0z"/><rect x="1" y="21" width="9" height="4" rx="1"/><rect x="22" y="21" width="9" height="4" rx="1"/><rect x="4" y="26.5" width="11" height="4" rx="1"/><rect x="17" y="26.5" width="11" height="4" rx="1"/><rect x="11.5" y="21" width="9" height="4" rx="1" class="warm"/></svg>`

/** The name with its sign, for the head of a page. */
export function wordMark(): string {
  return `<p class="wordmark">${DOOR}<span>Parvis</span></p>`
}
