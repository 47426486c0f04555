import { join } from 'node:path'
import { test } from '../e2e/support/fixtures'
import { CHOSEN, COMPARED_ALWAYS } from './chosen'
import { comparePictures, PICTURE_ZONE } from './compare-pictures'

test.use({ trace: 'off', screenshot: 'off', timeZone: PICTURE_ZONE })

test('the kept pictures are what the screens look like', async ({ start, userData }) => {
  await comparePictures((language) => start({ language, userData: join(userData, language) }), [...CHOSEN, ...COMPARED_ALWAYS])
})
