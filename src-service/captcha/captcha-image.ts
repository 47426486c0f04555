import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas'
import { createRandomStream, type RandomStream } from './random-stream'

export interface CaptchaImages {
  /** A PNG of 480 × 160 pixels, meant to be shown at 240 × 80 or larger. No two are alike. */
  draw(characters: string): Promise<Buffer>
}

const WIDTH = 480
const HEIGHT = 160
const MARGIN = 28
const FACE = 'Parvis Captcha'

/** The picture brings its own light ground, so it reads the same on a dark screen. Each ink has at least 7:1 on it. */
const GROUND = '#f6f2e9'
const INKS = ['#1d3557', '#5b1a3a', '#134b3a', '#4a2c0f', '#3a2566'] as const

/** The drawing library is loaded with the first picture, to keep the start of the service quick. */
export function createCaptchaImages(resourcesFolder: string): CaptchaImages {
  let loaded: Promise<typeof import('@napi-rs/canvas')> | undefined

  async function load(): Promise<typeof import('@napi-rs/canvas')> {
    const library = await import('@napi-rs/canvas')
    if (!library.GlobalFonts.registerFromPath(join(resourcesFolder, 'captcha', 'characters.woff2'), FACE))
      throw new Error('The typeface of the captcha could not be read')
    return library
  }

  return {
    async draw(characters) {
      const { createCanvas } = await (loaded ??= load())
      const random = createRandomStream(randomBytes(16))
      const flat = createCanvas(WIDTH, HEIGHT)
      drawGround(flat.getContext('2d'), random)
      drawGlyphs(flat.getContext('2d'), characters, random)
      const warped = createCanvas(WIDTH, HEIGHT)
      warp(flat, warped.getContext('2d'), random)
      drawStrokes(warped.getContext('2d'), random)
      return warped.encode('png')
    },
  }
}

function drawGround(context: SKRSContext2D, random: RandomStream): void {
  context.fillStyle = GROUND
  context.fillRect(0, 0, WIDTH, HEIGHT)
  context.font = `500 46px "${FACE}"`
  context.globalAlpha = 0.13
  for (let i = 0; i < 14; i++) {
    context.save()
    context.translate(random.between(0, WIDTH), random.between(0, HEIGHT))
    context.rotate(random.between(-1.2, 1.2))
    context.fillStyle = random.pick(INKS)
    context.fillText(random.pick([...'AEHKMNRTWX34679']), 0, 0)
    context.restore()
  }
  context.globalAlpha = 1
}

function drawGlyphs(context: SKRSContext2D, characters: string, random: RandomStream): void {
  const cell = (WIDTH - 2 * MARGIN) / Math.max(1, characters.length)
  const largest = Math.min(104, cell * 1.35)
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  ;[...characters].forEach((character, index) => {
    const size = largest * random.between(0.88, 1.04)
    context.save()
    context.translate(MARGIN + cell * (index + 0.5) + random.between(-5, 5), HEIGHT / 2 + random.between(-13, 13))
    context.rotate(random.between(-0.3, 0.3))
    context.transform(1, random.between(-0.1, 0.1), random.between(-0.2, 0.2), 1, 0, 0)
    context.font = `${random.pick([500, 600, 700])} ${size.toFixed(1)}px "${FACE}"`
    context.fillStyle = random.pick(INKS)
    context.fillText(character, 0, 0)
    context.restore()
  })
}

/** Two waves, one along each axis: columns are shifted up and down, then rows left and right. */
function warp(from: Canvas, onto: SKRSContext2D, random: RandomStream): void {
  const up = wave(random, 5, 8, 150, 260)
  const aside = wave(random, 3, 6, 90, 160)
  onto.fillStyle = GROUND
  onto.fillRect(0, 0, WIDTH, HEIGHT)
  for (let x = 0; x < WIDTH; x += 2) onto.drawImage(from, x, 0, 2, HEIGHT, x, up(x), 2, HEIGHT)
  const columns = onto.getImageData(0, 0, WIDTH, HEIGHT)
  const rows = onto.createImageData(WIDTH, HEIGHT)
  const source = new Uint32Array(columns.data.buffer, columns.data.byteOffset, WIDTH * HEIGHT)
  const target = new Uint32Array(rows.data.buffer, rows.data.byteOffset, WIDTH * HEIGHT)
  for (let y = 0; y < HEIGHT; y++) {
    const shift = Math.round(aside(y))
    for (let x = 0; x < WIDTH; x++) {
      const column = Math.min(WIDTH - 1, Math.max(0, x - shift))
      target[y * WIDTH + x] = source[y * WIDTH + column] ?? 0
    }
  }
  onto.putImageData(rows, 0, 0)
}

function wave(random: RandomStream, lowest: number, highest: number, shortest: number, longest: number): (at: number) => number {
  const height = random.between(lowest, highest)
  const length = random.between(shortest, longest)
  const start = random.between(0, 2 * Math.PI)
  return (at) => height * Math.sin((2 * Math.PI * at) / length + start)
}

/** Lines in the inks and in the ground's colour: the first join characters, the second cut them. */
function drawStrokes(context: SKRSContext2D, random: RandomStream): void {
  const colours = [random.pick(INKS), random.pick(INKS), GROUND, GROUND]
  for (const colour of colours) {
    context.strokeStyle = colour
    context.lineWidth = colour === GROUND ? random.between(1.5, 2.5) : random.between(2.5, 4)
    context.beginPath()
    context.moveTo(random.between(-10, 30), random.between(20, HEIGHT - 20))
    context.bezierCurveTo(
      random.between(90, 200), random.between(-20, HEIGHT + 20),
      random.between(260, 380), random.between(-20, HEIGHT + 20),
      random.between(WIDTH - 30, WIDTH + 10), random.between(20, HEIGHT - 20),
    )
    context.stroke()
  }
}
