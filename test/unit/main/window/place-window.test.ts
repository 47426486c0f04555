import { describe, expect, it } from 'vitest'
import { placeWindow } from '@main/window/place-window'

const SIZE = { width: 1080, height: 820 }
const LAPTOP = { x: 0, y: 27, width: 1920, height: 1053 }
const LEFT_OF_IT = { x: -2560, y: 0, width: 2560, height: 1440 }

describe('where the window opens', () => {
  it('is left to the system the first time', () => {
    expect(placeWindow(SIZE, undefined, [LAPTOP])).toEqual(SIZE)
  })

  it('is where it was, on whatever screen that is', () => {
    expect(placeWindow(SIZE, { x: 300, y: 120 }, [LAPTOP])).toEqual({ ...SIZE, x: 300, y: 120 })
    expect(placeWindow(SIZE, { x: -2000, y: 40 }, [LAPTOP, LEFT_OF_IT])).toEqual({ ...SIZE, x: -2000, y: 40 })
  })

  it.each([
    ['the screen was taken away', { x: -2000, y: 40 }],
    ['the title bar would be above the screen', { x: 300, y: 0 }],
    ['the title bar would be below the screen', { x: 300, y: 1075 }],
    ['hardly anything would be seen', { x: 1900, y: 100 }],
  ])('is left to the system when %s', (_, position) => {
    expect(placeWindow(SIZE, position, [LAPTOP])).toEqual(SIZE)
  })

  it('may hang over the edge, as long as one can take hold of it', () => {
    expect(placeWindow(SIZE, { x: 1700, y: 900 }, [LAPTOP])).toMatchObject({ x: 1700, y: 900 })
  })

  it('is no larger than the screen that it is on', () => {
    expect(placeWindow({ width: 3000, height: 2000 }, { x: 0, y: 27 }, [LAPTOP])).toEqual({ x: 0, y: 27, width: 1920, height: 1053 })
  })
})
