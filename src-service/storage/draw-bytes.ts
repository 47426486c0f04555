import { randomFillSync } from 'node:crypto'

const PAGE_BYTES = 4096
let page = Buffer.alloc(0)

/** From the system's generator, which is asked for a page at a time: a small draw costs several times its bytes. No byte is given out twice. */
export function drawBytes(count: number): Buffer {
  if (page.length < count) page = randomFillSync(Buffer.alloc(Math.max(PAGE_BYTES, count)))
  const drawn = page.subarray(0, count)
  page = page.subarray(count)
  return drawn
}
