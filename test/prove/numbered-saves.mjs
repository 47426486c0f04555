/** Runs in the page (see `inPage`): saves, creates, discards and brings back drafts until somebody kills the application. */

/** Every field of a draft carries the same number and as much padding as belongs to it: half a save would show. */
function numbered(number) {
  const text = `${number} ${'é'.repeat((number * 37) % 900)}`
  const address = { line1: text, line2: text, line3: text, postalCode: text, city: text, country: text }
  return {
    locale: 'fr',
    step: 'person',
    person: { connectionEmail: text, firstName: text, lastName: text, phone: text, contactEmail: text },
    sameContactEmail: false,
    structure: { identifier: text, name: text, firstName: text, lastName: text, label: text, address },
  }
}

/** The number of a draft, or `undefined` when not all of its fields say the same. A draft that was never saved has 0. */
function numberOf({ person, structure: { identifierType: _type, address, ...structure } }) {
  const texts = [...Object.values(person), ...Object.values(structure), ...Object.values(address)]
  if (texts.every((text) => text === '')) return 0
  const number = Number(texts[0].split(' ')[0])
  return texts.every((text) => text === `${number} ${'é'.repeat((number * 37) % 900)}`) ? number : undefined
}

/** What the application says is there: each draft's number, what it could not read, what it had to take from before. */
async function readAll() {
  const { ask } = window['parvis']
  const value = async (name, input) => {
    const answer = await ask[name](input)
    if (!answer.ok) throw new Error(`${name}: ${answer.failure.code}`)
    return answer.value
  }
  const list = await value('registration:list', { query: { search: '', filter: 'all', sort: 'newest' }, from: 0, count: 200 })
  const drafts = await Promise.all(
    list.rows.map(async ({ draftId }) => {
      try {
        const { content } = await value('draft:open', { draftId })
        return [draftId, { number: numberOf(content) ?? 'mixed' }]
      } catch (error) {
        return [draftId, { failure: error.message }]
      }
    }),
  )
  return { drafts: Object.fromEntries(drafts), unreadable: list.unreadable, recovered: list.recovered, safe: await value('safe:describe', {}) }
}

/**
 * `lanes` of saves at the same time, each with drafts of its own; every question and every answer is told at once. A question
 * is asked only once it was heard (`proofGoOn`): what tells of it ends with the killed process, and would be lost with it.
 */
async function saveForEver({ draftIds, from, lanes, largestPauseMs, mostDrafts }) {
  const { ask } = window['parvis']
  let [number, count, questions] = [from, draftIds.length, 0]
  const unheard = new Map()
  window.proofGoOn = (id) => unheard.get(id)?.()
  const tell = (message) => window.proofHeard(JSON.stringify(message))
  const pause = () => (Math.random() < 0.5 ? new Promise((resolve) => setTimeout(resolve, Math.random() * largestPauseMs)) : undefined)
  const oneOf = (list) => list[Math.floor(Math.random() * list.length)]

  async function asked(question, operation, input) {
    const id = ++questions
    const heard = new Promise((resolve) => unheard.set(id, resolve))
    tell({ ...question, phase: 'asked', id })
    await heard
    unheard.delete(id)
    const answer = await ask[operation](input)
    tell({ ...question, phase: answer.ok ? 'acknowledged' : 'refused', id, ...(answer.ok ? {} : { code: answer.failure.code }), ...(question.what === 'create' && answer.ok && { draftId: answer.value.id }) })
    return answer.ok ? answer.value : undefined
  }

  const save = (draftId) => {
    const next = ++number
    return asked({ what: 'save', draftId, number: next }, 'draft:save', { draftId, content: numbered(next) })
  }

  async function lane(own) {
    for (;;) {
      await pause()
      const chance = Math.random()
      if (own.length === 0 || (chance < 0.08 && count < mostDrafts)) {
        const made = await asked({ what: 'create' }, 'draft:create', { locale: 'fr' })
        if (made) own.push(made.id)
        count += 1
      } else if (chance > 0.94 || (chance > 0.8 && count >= mostDrafts)) {
        const draftId = own.splice(own.indexOf(oneOf(own)), 1)[0]
        const gone = await asked({ what: 'discard', draftId }, 'draft:discard', { draftIds: [draftId] })
        if (gone && Math.random() < 0.4) {
          if (await asked({ what: 'restore', draftId }, 'draft:restore', { discardId: gone.discardId })) own.push(draftId)
        } else count -= 1
      } else if (chance < 0.2) {
        // Two of one draft without waiting: they happen in the order in which they were asked for.
        const draftId = oneOf(own)
        await Promise.all([save(draftId), save(draftId)])
      } else await save(oneOf(own))
    }
  }

  for (let at = 0; at < lanes; at += 1) void lane(draftIds.filter((_, index) => index % lanes === at))
}

const LIBRARY = [numbered, numberOf, readAll, saveForEver].map(String).join('\n')

/** An expression for the page that calls one of the functions above. */
export const inPage = (call) => `(async () => { ${LIBRARY}\n return ${call} })()`
