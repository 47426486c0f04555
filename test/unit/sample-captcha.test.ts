import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCaptchaImages } from '@service/captcha/captcha-image'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const FILE = join(ROOT, 'test/support/sample-captcha.png')

it('the captcha of the samples is a picture that the service could have drawn; without one, this draws it', async () => {
  const drawn = await createCaptchaImages(join(ROOT, 'resources')).draw('K7WMA')
  if (!existsSync(FILE)) writeFileSync(FILE, drawn)
  const sizeOf = (png: Buffer): readonly number[] => [png.readUInt32BE(16), png.readUInt32BE(20)]
  expect(sizeOf(readFileSync(FILE))).toEqual(sizeOf(drawn))
})
