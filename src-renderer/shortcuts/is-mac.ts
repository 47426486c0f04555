/** Whether the keyboard has a Command key. */
export function isMac(): boolean {
  return navigator.platform.startsWith('Mac')
}
