import type { Locator } from '@playwright/test'
import type { Matrix } from '../../support/read-qr-code'

/** The modules of a QR code as it stands on the screen, without its quiet zone. */
export async function drawnMatrix(code: Locator): Promise<Matrix> {
  return code.evaluate((drawing) => {
    const quiet = 4
    const side = Number(drawing.getAttribute('viewBox')!.split(' ')[2])
    const dark = Array.from({ length: side }, () => Array.from({ length: side }, () => false))
    for (const [, x, y, width] of drawing.querySelector('path')!.getAttribute('d')!.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
      for (let column = Number(x); column < Number(x) + Number(width); column += 1) dark[Number(y)]![column] = true
    return dark.slice(quiet, side - quiet).map((line) => line.slice(quiet, side - quiet))
  })
}
