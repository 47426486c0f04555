import { join } from 'node:path'
import { loadImage, createCanvas } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { createCaptchaImages } from '@service/captcha/captcha-image'

const images = createCaptchaImages(join(import.meta.dirname, '../../../../resources'))

async function pixelsOf(png: Buffer): Promise<Uint8ClampedArray> {
  const image = await loadImage(png)
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  return context.getImageData(0, 0, image.width, image.height).data
}

/** The share of pixels that are as dark as ink. */
async function inkOf(characters: string): Promise<number> {
  const pixels = await pixelsOf(await images.draw(characters))
  let dark = 0
  for (let i = 0; i < pixels.length; i += 4) if (pixels[i]! + pixels[i + 1]! + pixels[i + 2]! < 330) dark++
  return dark / (pixels.length / 4)
}

describe('the picture of a captcha', () => {
  it('is a PNG of 480 by 160, small enough for an answer', async () => {
    const png = await images.draw('ACEF4')
    expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    const { width, height } = await loadImage(png)
    expect([width, height]).toEqual([480, 160])
    expect(png.length).toBeLessThan(60_000)
  })

  it('is never drawn twice alike', async () => {
    const one = await images.draw('ACEF4')
    expect(one.equals(await images.draw('ACEF4'))).toBe(false)
  })

  it('brings a light ground of its own, with the characters in dark ink', async () => {
    const pixels = await pixelsOf(await images.draw('WMKRN6'))
    for (let i = 3; i < pixels.length; i += 4) expect(pixels[i]).toBe(255)
    const ink = await inkOf('WMKRN6')
    expect(ink).toBeGreaterThan(0.06)
    expect(ink).toBeLessThan(0.35)
    expect(ink).toBeGreaterThan(1.5 * (await inkOf('')))
  })

  it.each(['A', 'AAAAAAAAAAAA', 'IOQ051'])('draws a fixed answer such as %s', async (answer) => {
    expect(await inkOf(answer)).toBeGreaterThan(await inkOf(''))
  })
})
