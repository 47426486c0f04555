import type { Rectangle } from 'electron'
import type { WindowPosition, WindowSize } from '../settings/window-bounds'

/** As much of the title bar as one needs to see and to take hold of. */
const GRIP: WindowSize = { width: 120, height: 32 }

/**
 * Where to open a window that was at `position` when it was last closed: there, and no larger than the screen that it is
 * on; or, when that screen is gone, wherever the system puts a new window.
 */
export function placeWindow(size: WindowSize, position: WindowPosition | undefined, workAreas: readonly Rectangle[]): WindowSize & Partial<WindowPosition> {
  if (!position) return size
  const area = workAreas.find((one) => canBeTakenHoldOf({ ...position, ...size }, one))
  if (!area) return size
  return { ...position, width: Math.min(size.width, area.width), height: Math.min(size.height, area.height) }
}

/** Whether the screen shows the upper edge of the window, and enough of its length. */
function canBeTakenHoldOf(window: Rectangle, area: Rectangle): boolean {
  const seen = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x)
  return seen >= GRIP.width && window.y >= area.y && window.y + GRIP.height <= area.y + area.height
}
