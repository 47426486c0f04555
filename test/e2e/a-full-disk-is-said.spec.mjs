import { expect, test } from '@playwright/test'
import { mountSmallDisk, saveInForeignFolder, saveOnSmallDisk } from '../prove/full-disk.mjs'
import { drivenMachine } from './support/driven-machine.mjs'

/** Short versions of what `npm run prove -- disk-faults` does for real. */
test('a disk that is full or read-only is said at once, never "Saved", and the next save works when it is well', async () => {
  const { disk, reason } = mountSmallDisk()
  test.skip(!disk, `no small disk can be mounted here: ${reason}`)
  try {
    const { answers, faults } = await saveOnSmallDisk(drivenMachine(), disk, 2)
    expect(faults).toEqual([])
    expect(answers.filter(({ ok }) => !ok).map(({ code }) => code)).toEqual(['disk-full', 'disk-full', 'disk-refused', 'disk-refused'])
  } finally {
    disk?.unmount()
  }
})

test('an ordinary user whose folder of drafts is read-only is told so', async () => {
  test.skip(process.getuid?.() !== 0, 'only root can start Parvis as somebody else')
  const { answers, faults } = await saveInForeignFolder(drivenMachine(), 2)
  expect(faults).toEqual([])
  expect(answers.filter(({ ok }) => !ok).map(({ code }) => code)).toEqual(['disk-refused', 'disk-refused'])
})
