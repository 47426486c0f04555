/**
 * What a person was told, and whether it is true: a model of the drafts that is fed with questions and answers, and compared
 * with what the next start finds. What was asked and not answered may have happened or not.
 */
export function createToldAndKept() {
  /** By draft: the newest number that was acknowledged, those asked for since, and whether it is (or may be) gone. */
  const drafts = new Map()
  const figures = { acknowledged: 0, refused: [] }
  let createsUnanswered = 0
  let highest = 0

  const of = (draftId) => {
    if (!drafts.has(draftId)) drafts.set(draftId, { acknowledged: 0, asked: [], mayBeThere: true, mayBeGone: false })
    return drafts.get(draftId)
  }

  function hear({ what, phase, draftId, number, code }) {
    if (phase === 'acknowledged') figures.acknowledged += 1
    if (phase === 'refused') figures.refused.push(`${what}: ${code}`)
    if (what === 'create') {
      createsUnanswered += phase === 'asked' ? 1 : -1
      if (phase === 'acknowledged') of(draftId)
      return
    }
    const draft = of(draftId)
    if (what === 'save') {
      highest = Math.max(highest, number)
      if (phase === 'asked') draft.asked.push(number)
      if (phase === 'acknowledged') draft.acknowledged = Math.max(draft.acknowledged, number)
    } else if (phase === 'asked') {
      if (what === 'discard') draft.mayBeGone = true
      else draft.mayBeThere = true
    } else if (phase === 'acknowledged') {
      draft.mayBeThere = what === 'restore'
      draft.mayBeGone = what === 'discard'
    }
  }

  /** What is wrong with what the next start found, as sentences; then what was found is what is known. */
  function compare({ drafts: found, unreadable, recovered }) {
    const faults = []
    for (const [draftId, { acknowledged, asked, mayBeThere, mayBeGone }] of drafts) {
      const there = found[draftId]
      if (!there) {
        if (!mayBeGone) faults.push(`lost: ${draftId}, acknowledged with ${acknowledged}`)
      } else if (there.failure) faults.push(`cannot be opened: ${draftId}, ${there.failure}`)
      else if (there.number === 'mixed') faults.push(`half a save: ${draftId}`)
      else if (!mayBeThere) faults.push(`came back: ${draftId}, whose discarding was acknowledged`)
      else if (there.number < acknowledged) faults.push(`older than acknowledged: ${draftId} has ${there.number}, not ${acknowledged}`)
      else if (there.number !== acknowledged && !asked.includes(there.number)) faults.push(`never asked for: ${draftId} has ${there.number}`)
    }
    const unknown = Object.keys(found).filter((draftId) => !drafts.has(draftId))
    if (unknown.length > createsUnanswered) faults.push(`${unknown.length} drafts that nobody made`)
    for (const { fileName, code } of unreadable) faults.push(`unreadable: ${fileName} (${code})`)
    for (const draftId of recovered) faults.push(`only its previous generation could be read: ${draftId}`)
    drafts.clear()
    createsUnanswered = 0
    for (const [draftId, { number }] of Object.entries(found)) of(draftId).acknowledged = typeof number === 'number' ? number : 0
    return faults
  }

  return { hear, compare, figures, draftIds: () => [...drafts.keys()], highest: () => highest }
}
