export interface WindowSize {
  readonly width: number
  readonly height: number
}

export const USUAL_SIZE: WindowSize = { width: 1080, height: 820 }
const SMALLEST: WindowSize = { width: 320, height: 480 }
const LARGEST = 16_384

/** A size that a window can have, whatever was written down. */
export function toWindowSize(value: unknown): WindowSize {
  if (typeof value !== 'object' || value === null) return USUAL_SIZE
  const { width, height } = value as Partial<Record<keyof WindowSize, unknown>>
  return {
    width: within(width, SMALLEST.width, USUAL_SIZE.width),
    height: within(height, SMALLEST.height, USUAL_SIZE.height),
  }
}

function within(value: unknown, smallest: number, usual: number): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= smallest && value <= LARGEST ? value : usual
}
