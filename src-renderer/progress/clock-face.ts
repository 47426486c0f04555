/** Minutes and seconds of a duration, rounded up, so that a link is never shown as dead while it lives. */
export function clockFace(leftMs: number): { readonly minutes: number; readonly seconds: number; readonly text: string } {
  const whole = Math.ceil(leftMs / 1000)
  const minutes = Math.floor(whole / 60)
  const seconds = whole % 60
  return { minutes, seconds, text: `${minutes}:${String(seconds).padStart(2, '0')}` }
}
