import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GOOD_PASSWORD, registered, siret, TOTALENERGIES } from '../../support/service/applicants'
import { openServiceRig, type ServiceRig } from '../../support/service/service-rig'

let rig: ServiceRig
beforeAll(async () => {
  rig = await openServiceRig()
})
afterAll(() => rig.close())

function submit(fields: Record<string, string>, language = 'en') {
  return rig.app.inject({
    method: 'POST',
    url: `/activate?lang=${language}`,
    payload: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
}

/** The headings that are not hidden. */
function shownHeadings(html: string): string[] {
  return [...html.matchAll(/<section id="[\w-]+"[^>]*?( hidden)?>\s*<h1[^>]*>([^<]*)/g)].filter(([, hidden]) => !hidden).map(([, , heading]) => heading!)
}

/** The fields that are marked as wrong; each is described by the list of problems. */
function invalidFields(html: string): string[] {
  const inputs = html.match(/<input [^>]*>/g) ?? []
  return inputs.filter((input) => input.includes('aria-invalid="true"') && / aria-describedby="problem-list /.test(input)).map((input) => /id="(\w+)"/.exec(input)![1]!)
}

describe('promise 17: the page of a link', () => {
  it('comes in the language of the switch, else of the browser, else French', async () => {
    const headings = async (url: string, acceptLanguage?: string): Promise<string[]> =>
      shownHeadings((await rig.ask('GET', url, undefined, acceptLanguage ? { 'accept-language': acceptLanguage } : {})).body)
    expect(await headings('/activate')).toEqual(['Choisissez votre mot de passe'])
    expect(await headings('/activate', 'de, en;q=0.8, fr;q=0.5')).toEqual(['Choose your password'])
    expect(await headings('/activate?lang=fr', 'en')).toEqual(['Choisissez votre mot de passe'])
    expect(await headings('/activate?lang=xx', 'en')).toEqual(['Choose your password'])
  })

  it('has its script and style from the service, and nothing inline', async () => {
    const { body } = await rig.ask('GET', '/activate')
    expect(body).not.toMatch(/<script(?![^>]*src=)|<style|\sstyle=|\son\w+=/)
    expect((await rig.ask('GET', '/activate.js')).headers['content-type']).toContain('text/javascript')
    expect((await rig.ask('GET', '/activate.css')).headers['content-type']).toContain('text/css')
  })

  it('has its typeface from the service too, and may keep that', async () => {
    const { body: style } = await rig.ask('GET', '/activate.css')
    const faces = [...style.matchAll(/url\((.+?)\)/g)].map((match) => match[1]!)
    expect(faces).toEqual(['activate.woff2', 'activate-headings.woff2'])
    for (const face of faces) {
      const typeface = await rig.ask('GET', `/${face}`)
      expect(typeface.rawPayload.subarray(0, 4).toString()).toBe('wOF2')
      expect(typeface.headers).toMatchObject({ 'content-type': 'font/woff2', 'cache-control': 'public, max-age=86400' })
    }
  })

  it('never breaks a line before a French colon or question mark', async () => {
    const { body } = await rig.ask('GET', '/activate?lang=fr')
    expect(body).toMatch(/compte\u00A0\?/)
    expect(body).not.toMatch(/ [:;?!»]|« /)
  })

  it('sets the password by reference and code, without script', async () => {
    const applicant = await registered(rig)
    const { code } = await applicant.link()
    const response = await submit({ reference: ` ${applicant.reference} `, code, password: GOOD_PASSWORD })
    expect([response.statusCode, shownHeadings(response.body)]).toEqual([200, ['Your account is active.']])
    expect((await applicant.follow()).state).toBe('active')
    const again = await submit({ reference: applicant.reference, code, password: GOOD_PASSWORD })
    expect([again.statusCode, shownHeadings(again.body)]).toEqual([409, ['This account is already active']])
  })

  it('says what is missing, keeps what was typed, and never the password', async () => {
    const applicant = await registered(rig)
    const { code, token } = await applicant.link()
    const weak = await submit({ reference: applicant.reference, code, password: 'weak"<b>' })
    expect(weak.statusCode).toBe(422)
    expect(weak.body).toContain(`value="${applicant.reference}"`)
    expect(weak.body).toContain('at least 12 characters')
    expect(weak.body).not.toContain('weak&quot;')
    expect(weak.body).toMatch(/<a href="#password">[^<]*at least 12 characters/)
    expect(invalidFields(weak.body)).toEqual(['password'])
    const empty = await submit({ reference: '', code, password: GOOD_PASSWORD }, 'fr')
    expect(empty.body).toMatch(/<a href="#reference">Remplissez les trois champs/)
    expect(invalidFields(empty.body)).toEqual(['reference', 'password'])
    expect(empty.body).toContain('action="activate?lang=fr"')
    const foreign = await submit({ reference: '"><script>x</script>', code: '00000000', password: GOOD_PASSWORD })
    expect(foreign.statusCode).toBe(404)
    expect(foreign.body).not.toContain('<script>x')
    expect((await rig.ask('POST', '/v1/activations/inspection', { token })).json()).toMatchObject({ state: 'live' })
  })

  it('shows an expired link as expired, and a waiting one as unknown', async () => {
    const applicant = await registered(rig)
    const { code } = await applicant.link()
    rig.clock.forward(61 * 60_000)
    const expired = await submit({ reference: applicant.reference, code, password: GOOD_PASSWORD })
    expect([expired.statusCode, shownHeadings(expired.body)]).toEqual([410, ['The activation link has expired: the password could not be initialised.']])
    const waiting = await registered(rig, siret(TOTALENERGIES))
    expect((await submit({ reference: waiting.reference, code: '00000000', password: GOOD_PASSWORD })).statusCode).toBe(404)
  })
})
