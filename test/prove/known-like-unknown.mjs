import { mannWhitneyP, median } from './ranks.mjs'
import { newEmail, PASSWORD } from './service-under-proof.mjs'

const ACCOUNTS = 40

/**
 * Promise 15, over HTTP with the service's own floor of time: what is sent for an address that has an account and for one
 * that nobody has, in random order, `samples` of each, and how long it takes.
 */
export async function proveKnownLikeUnknown(service, { samples, say }) {
  const known = await accounts(service)
  const registrations = await compare('registration', samples, known, async (email) => {
    const token = await service.captchaToken()
    return timed(() => service.postRegistration(email, token))
  }, say)
  const resets = await compare('password reset', Math.ceil(samples / 4), known, (email) => timed(() => service.ask('POST', '/v1/password-resets', { connectionEmail: email })), say)
  return [registrations, resets]
}

async function accounts(service) {
  const emails = Array.from({ length: ACCOUNTS }, newEmail)
  await Promise.all(emails.map(async (email) => service.postRegistration(email, await service.captchaToken())))
  for (const token of await service.tokensOf(emails)) await service.ask('POST', '/v1/activations', { token, password: PASSWORD })
  return emails
}

async function timed(ask) {
  const began = performance.now()
  const answer = await ask()
  return { answer, ms: performance.now() - began }
}

async function compare(what, samples, known, measure, say) {
  const times = { known: [], unknown: [] }
  const shapes = { known: new Set(), unknown: new Set() }
  for (let round = 0; round < samples; round += 1) {
    for (const kind of Math.random() < 0.5 ? ['known', 'unknown'] : ['unknown', 'known']) {
      const { answer, ms } = await measure(kind === 'known' ? known[round % known.length] : newEmail())
      times[kind].push(ms)
      shapes[kind].add(shapeOf(answer))
    }
    if ((round + 1) % 250 === 0) say(`${what}: ${round + 1} of ${samples} pairs`)
  }
  const [knownMs, unknownMs] = [median(times.known), median(times.unknown)]
  return {
    what,
    samplesEach: samples,
    shapes: [...new Set([...shapes.known, ...shapes.unknown])],
    sameShapes: [...shapes.known].join() === [...shapes.unknown].join() && shapes.known.size === 1,
    medianKnownMs: knownMs,
    medianUnknownMs: unknownMs,
    medianDifferenceMs: Math.abs(knownMs - unknownMs),
    mannWhitneyP: mannWhitneyP(times.known, times.unknown),
  }
}

/** Status, names of headers, length of the body, and each field's name and length: all that can differ, but for ids. */
function shapeOf({ status, headers, text }) {
  const fields = text === '' ? [] : Object.entries(JSON.parse(text)).map(([name, value]) => `${name}:${name === 'state' ? value : String(value).length}`)
  return [status, `${text.length} bytes`, Object.keys(headers).sort().join(' '), fields.join(' ')].join(' | ')
}
