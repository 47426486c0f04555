import { setTimeout as pause } from 'node:timers/promises'
import { startParvis } from '../../prove/driven-parvis.mjs'

/** Whatever a row looks like, its name leads to its draft or summary. One that is hidden or cannot be seen yet is not in the list. */
const ROW = ['drafts', 'registrations'].map((kind) => `main a[href*="#/${kind}/"]:not([aria-hidden="true"] a, .invisible a)`).join(', ')
const SEARCH = 'main input[type="search"], main [role="search"] input'
/** A page that is no list, to come back from. */
const ELSEWHERE = '#/help'

/** Nobody looks at this display: frames are drawn as soon as there is something to draw, and not when its clock ticks. */
export const WITHOUT_FRAME_CLOCK = ['--practice=off', '--disable-frame-rate-limit', '--disable-gpu-vsync']

const QUERY = { query: { search: '', filter: 'all', sort: 'newest' }, from: 0, count: 50 }

/** Milliseconds from the navigation to the list until its rows are painted, and of the question for them alone; `rounds` of each. */
export async function measureList(machine, folder, rounds) {
  return inWindow(machine, folder, async ({ evaluate }) => {
    const [painted, asked] = [[], []]
    for (let round = -2; round < rounds; round += 1) {
      await evaluate(`(${goElsewhere})(${JSON.stringify([ELSEWHERE, ROW])})`)
      const paintedMs = await evaluate(`(${goToList})(${JSON.stringify(ROW)})`)
      const askedMs = await evaluate(`(async () => { const began = performance.now(); await window['parvis'].ask['registration:list'](${JSON.stringify(QUERY)}); return performance.now() - began })()`)
      if (round >= 0) {
        painted.push(paintedMs)
        asked.push(askedMs)
      }
    }
    return { painted, asked }
  })
}

/**
 * Types each word letter by letter into the search, as keys of a keyboard, and gives for every key the milliseconds from its
 * input event until the rows of that search stand in the page (`answered`) and until they are painted (`painted`).
 * `unanswered`: keys after which they never stood there; `unchanged`: those that stood there before the key;
 * `asked`: the main process alone, asked the same.
 */
export async function measureKeystrokes(machine, folder, words) {
  return inWindow(machine, folder, async ({ evaluate, send }) => {
    await evaluate(`(async () => { while (!document.querySelector(${JSON.stringify(SEARCH)})) await new Promise(requestAnimationFrame) })()`)
    const [answered, painted, asked, unanswered] = [[], [], [], []]
    let unchanged = 0
    for (const word of words) {
      await evaluate(`(${clearSearch})(${JSON.stringify(SEARCH)})`)
      await pause(250)
      for (const letter of word) {
        const timing = evaluate(`(${timeOneKey})(${JSON.stringify([SEARCH, ROW])})`)
        // Each part of a second as likely as any other: keys do not wait for frames.
        await pause(40 + Math.random() * 20)
        await send('Input.dispatchKeyEvent', { type: 'keyDown', text: letter, key: letter })
        await send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter })
        const { is, answeredMs, paintedMs, askedMs } = await timing
        asked.push(askedMs)
        if (is === 'unchanged') unchanged += 1
        else if (is === 'unanswered') unanswered.push(`${word}: ${letter}`)
        else {
          answered.push(answeredMs)
          painted.push(paintedMs)
        }
      }
    }
    return { answered, painted, asked, unanswered, unchanged }
  })
}

async function inWindow(machine, folder, work) {
  const parvis = startParvis(machine, folder, { switches: WITHOUT_FRAME_CLOCK })
  parvis.mayTakeLonger()
  try {
    await parvis.evaluate(`(async () => { while (!document.querySelector(${JSON.stringify(ROW)})) await new Promise(requestAnimationFrame) })()`)
    await pause(1_500)
    return await work(await parvis.page)
  } finally {
    await parvis.close()
  }
}

/* What follows runs in the page. */

async function goElsewhere([hash, row]) {
  location.hash = hash
  while (document.querySelector(row)) await new Promise(requestAnimationFrame)
  await new Promise((resolve) => setTimeout(resolve, 120))
}

async function goToList(row) {
  const began = performance.now()
  const there = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector(row)) return
      observer.disconnect()
      resolve()
    })
    observer.observe(document.body, { childList: true, subtree: true })
  })
  location.hash = '#/'
  await there
  await new Promise((resolve) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = resolve
    port2.postMessage('')
  }))
  return performance.now() - began
}

function clearSearch(selector) {
  const field = document.querySelector(selector)
  field.focus()
  field.value = ''
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/**
 * The rows that stand in the page at each of its changes after the key, and which of them the search should find: asked
 * afterwards, so that the question is in nobody's way. The answer is the first change after which the right ones stand there.
 */
function timeOneKey([selector, row]) {
  const field = document.querySelector(selector)
  const idsShown = () => [...document.querySelectorAll(row)].map(({ href }) => /[0-9a-f-]{36}/.exec(href)?.[0])
  const before = idsShown()
  return new Promise((resolve) => {
    let pressed
    const changes = []
    const observer = new MutationObserver(() => {
      if (pressed === undefined) return
      // Laid out, too: without that the rows are in the document and nowhere on the screen.
      void document.body.offsetHeight
      // Which rows they are is read after the moment is noted: that is the probe's own work.
      const change = { answeredMs: performance.now() - pressed, ids: idsShown(), paintedMs: undefined }
      changes.push(change)
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          change.paintedMs = performance.now() - pressed
        }
        port2.postMessage('')
      })
    })
    // Before there is a key: the page may answer before the next listener of the same event is called.
    observer.observe(document.querySelector('main'), { childList: true, subtree: true, attributes: true, attributeFilter: ['href'] })
    const judge = async () => {
      observer.disconnect()
      const began = performance.now()
      const { value } = await window['parvis'].ask['registration:list']({ query: { search: field.value, filter: 'all', sort: 'newest' }, from: 0, count: 40 })
      const askedMs = performance.now() - began
      const wanted = value.rows.map(({ draftId }) => draftId)
      const isAnswer = (ids) => wanted.slice(0, 4).every((id) => ids.includes(id)) && ids.every((id) => wanted.includes(id))
      const answer = changes.find(({ ids }) => isAnswer(ids))
      resolve({ is: isAnswer(before) ? 'unchanged' : answer ? 'answered' : 'unanswered', answeredMs: answer?.answeredMs, paintedMs: answer?.paintedMs, askedMs })
    }
    const heard = (event) => {
      pressed = event.timeStamp
      setTimeout(() => void judge(), 400)
    }
    field.addEventListener('input', heard, { once: true, capture: true })
  })
}
