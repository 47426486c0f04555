import { join } from 'node:path'
import { COMPARED_ALWAYS } from '../gallery/chosen'
import { comparePictures, PICTURE_ZONE } from '../gallery/compare-pictures'
import { test } from './support/fixtures'

test.use({ trace: 'off', screenshot: 'off', timeZone: PICTURE_ZONE })

test('a dozen screens look as they did when their pictures were accepted', async ({ start, userData }) => {
  test.setTimeout(120_000)
  await comparePictures((language) => start({ language, userData: join(userData, language) }), COMPARED_ALWAYS)
})
