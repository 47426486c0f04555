import { newEmail, PASSWORD } from './service-under-proof.mjs'

const BATCH = 50
const AT_ONCE = 50

/**
 * Promise 3: each of `links` links is looked at as scanners do (HEAD, GET three times, GET with the token in the query,
 * inspection), and then presented `AT_ONCE` times in parallel. One of them succeeds.
 */
export async function proveOneSuccessEach(service, { links, say }) {
  const outcomes = new Map()
  let [done, wrong, consumedByLooking] = [0, 0, 0]
  const started = performance.now()
  while (done < links) {
    const emails = Array.from({ length: Math.min(BATCH, links - done) }, newEmail)
    await Promise.all(emails.map(async (email) => service.postRegistration(email, await service.captchaToken())))
    for (const token of await service.tokensOf(emails)) {
      if (!(await staysLive(service, token))) consumedByLooking += 1
      const statuses = await Promise.all(Array.from({ length: AT_ONCE }, () => activate(service, token)))
      for (const status of statuses) outcomes.set(status, (outcomes.get(status) ?? 0) + 1)
      if (statuses.filter((status) => status === '201').length !== 1) wrong += 1
      done += 1
      if (done % 100 === 0) say(`activations: ${done} of ${links} links`)
    }
  }
  return { links, atOnce: AT_ONCE, linksWithoutExactlyOneSuccess: wrong, linksConsumedByLooking: consumedByLooking, answers: Object.fromEntries(outcomes), seconds: Math.round((performance.now() - started) / 1000) }
}

async function staysLive({ ask }, token) {
  await ask('HEAD', '/activate')
  for (let i = 0; i < 3; i += 1) await ask('GET', '/activate')
  await ask('GET', `/activate?t=${token}`)
  const { status, text } = await ask('POST', '/v1/activations/inspection', { token })
  return status === 200 && JSON.parse(text).state === 'live'
}

async function activate({ ask }, token) {
  const { status, text } = await ask('POST', '/v1/activations', { token, password: PASSWORD })
  return status === 201 ? '201' : `${status} ${JSON.parse(text).code}`
}
