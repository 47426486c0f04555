export interface WindowSize {
  readonly width: number
  readonly height: number
}

export interface WindowPosition {
  readonly x: number
  readonly y: number
}

export const USUAL_SIZE: WindowSize = { width: 1080, height: 820 }
const SMALLEST: WindowSize = { width: 320, height: 480 }
/** More than any arrangement of screens; positions may be negative, left of or above the first screen. */
const LARGEST = 16_384

/** A size that a window can have, whatever was written down. */
export function toWindowSize(value: unknown): WindowSize {
  const { width, height } = fieldsOf(value)
  return {
    width: isWithin(width, SMALLEST.width) ? width : USUAL_SIZE.width,
    height: isWithin(height, SMALLEST.height) ? height : USUAL_SIZE.height,
  }
}

/** Where a window was, when something sensible was written down. Whether a screen is still there is for the window to find out. */
export function toWindowPosition(value: unknown): WindowPosition | undefined {
  const { x, y } = fieldsOf(value)
  return isWithin(x, -LARGEST) && isWithin(y, -LARGEST) ? { x, y } : undefined
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function isWithin(value: unknown, smallest: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= smallest && value <= LARGEST
}
