/* The stations of src-renderer/progress/stations-of.ts, for a page that carries no modules; a test holds the two together. */
// eslint-disable-next-line @typescript-eslint/no-unused-vars -- status.js, which is served after it, is the caller.
function stationsOf({ state, timeline }) {
  const at = (event) => timeline.findLast((entry) => entry.event === event)?.at
  const has = (event) => state === event || at(event) !== undefined
  const askedSupport = has('awaiting-support') || has('structure-refused') || has('approved')
  const askedManager = has('awaiting-manager') || (!askedSupport && (has('accepted') || has('attachment-refused')))
  const decidedAt = at('approved') ?? at('accepted')
  const isRefused = state === 'attachment-refused' || state === 'structure-refused'

  const decision = (name, isOpen) => {
    if (isRefused) return { name, state: 'refused', at: at(state) }
    if (isOpen) return { name, state: 'current' }
    return state === 'withdrawn' && decidedAt === undefined ? { name, state: 'coming' } : { name, state: 'done', at: decidedAt }
  }

  const stations = [{ name: 'request', state: 'done', at: at('requested') ?? timeline[0]?.at }]
  if (askedManager && askedSupport) stations.push({ name: 'managerSilent', state: 'done', at: at('awaiting-support') })
  else if (askedManager) stations.push(decision('manager', state === 'awaiting-manager'))
  if (askedSupport) stations.push(decision('support', state === 'awaiting-support'))
  if (isRefused) return stations

  const sentAt = at('activation-sent')
  const link = { name: 'link', state: 'done', at: sentAt }
  switch (state) {
    case 'withdrawn':
      return [...stations.filter((station) => station.state === 'done'), ...(sentAt === undefined ? [] : [link]), { name: 'withdrawn', state: 'withdrawn', at: at('withdrawn') }]
    case 'active':
      return [...stations, ...(sentAt === undefined ? [] : [link]), { name: 'account', state: 'done', at: at('active') }]
    case 'activation-sent':
      return [...stations, link, { name: 'account', state: 'current' }]
    case 'activation-expired':
      return [...stations, { name: 'link', state: 'expired', at: at('activation-expired') }, { name: 'account', state: 'coming' }]
    default:
      return [...stations, { name: 'link', state: state === 'requested' ? 'current' : 'coming' }, { name: 'account', state: 'coming' }]
  }
}
