const FIRST_DELAY_MS = 5_000
const LONGEST_DELAY_MS = 30 * 60_000
/** With the delays above this is about a day: long enough for a mail server to come back, and greylisting is long over. */
export const MOST_ATTEMPTS = 50

/** Doubles with each attempt up to half an hour, half of it at random, so that a thousand waiting mails do not return at once. */
export function retryDelayMs(attempts: number, random: () => number): number {
  const whole = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(attempts - 1, 20))
  return Math.round(whole * (0.5 + 0.5 * random()))
}
