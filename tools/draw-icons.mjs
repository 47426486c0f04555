/** `node tools/draw-icons.mjs`: draws the PNGs in resources/icons from the two SVGs beside them; the small sizes have a drawing of their own. */
import { readFileSync, writeFileSync } from 'node:fs'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { fromRoot } from './project.mjs'
import { say } from './say.mjs'

const DRAWINGS = [
  { svg: 'parvis-small.svg', sizes: [16, 24, 32] },
  { svg: 'parvis.svg', sizes: [48, 64, 128, 256, 512] },
]

for (const { svg, sizes } of DRAWINGS) {
  const source = readFileSync(fromRoot('resources/icons', svg), 'utf8')
  for (const size of sizes) {
    // Asked for at its size, so that the vectors are drawn at it and no picture is scaled.
    const image = await loadImage(Buffer.from(source.replace('<svg ', `<svg width="${size}" height="${size}" `)))
    const canvas = createCanvas(size, size)
    canvas.getContext('2d').drawImage(image, 0, 0, size, size)
    writeFileSync(fromRoot('resources/icons', `${size}x${size}.png`), canvas.toBuffer('image/png'))
    say(`${size} × ${size}`)
  }
}
