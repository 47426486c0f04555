import { startParvis } from '../../prove/driven-parvis.mjs'

const BATCH = 250

/** Makes drafts in a profile as the window does it, in the application itself, many at a time. `contentOf` gives each one's content. */
export async function fillProfile(machine, folder, count, contentOf, tell) {
  const parvis = startParvis(machine, folder)
  parvis.mayTakeLonger()
  try {
    for (let from = 0; from < count; from += BATCH) {
      const contents = Array.from({ length: Math.min(BATCH, count - from) }, (_, index) => contentOf(from + index))
      await parvis.evaluate(`(${makeAll})(${JSON.stringify(contents)})`)
      if ((from / BATCH) % 8 === 7) tell(`${from + contents.length} of ${count} drafts made`)
    }
  } finally {
    await parvis.close()
  }
}

/** Runs in the page. */
async function makeAll(contents) {
  const { ask } = window['parvis']
  const value = async (name, input) => {
    const answer = await ask[name](input)
    if (!answer.ok) throw new Error(`${name}: ${answer.failure.code}`)
    return answer.value
  }
  let next = 0
  const lane = async () => {
    while (next < contents.length) {
      const content = contents[next++]
      const { id } = await value('draft:create', { locale: content.locale })
      await value('draft:save', { draftId: id, content })
    }
  }
  await Promise.all(Array.from({ length: 32 }, lane))
}
