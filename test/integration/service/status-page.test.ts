import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STATUS_WORDS } from '@service/registration/page/words'
import { statusLink } from '@shared/http/status-link'
import { registered } from '../../support/service/applicants'
import { openServiceRig, type ServiceRig } from '../../support/service/service-rig'

let rig: ServiceRig
beforeAll(async () => {
  rig = await openServiceRig()
})
afterAll(() => rig.close())

describe('the page of a registration', () => {
  it('comes in the language of the switch, else of the browser, else French', async () => {
    const titleOf = async (url: string, acceptLanguage?: string): Promise<string | undefined> =>
      /<title>(.*) – Parvis<\/title>/.exec((await rig.ask('GET', url, undefined, acceptLanguage ? { 'accept-language': acceptLanguage } : {})).body)?.[1]
    expect(await titleOf('/status')).toBe(STATUS_WORDS.fr.title)
    expect(await titleOf('/status', 'en-GB,en;q=0.9,fr;q=0.5')).toBe(STATUS_WORDS.en.title)
    expect(await titleOf('/status?lang=fr', 'en')).toBe(STATUS_WORDS.fr.title)
  })

  it('has its script and style from the service, and nothing inline; it is never kept', async () => {
    const page = await rig.ask('GET', '/status')
    expect(page.body).not.toMatch(/<script(?![^>]*src=)|<style|\sstyle=|\son\w+=/)
    expect(page.headers['content-security-policy']).not.toContain('unsafe')
    expect(page.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' })
    expect((await rig.ask('GET', '/status.js')).headers['content-type']).toContain('text/javascript')
    expect((await rig.ask('GET', '/status.css')).headers['content-type']).toContain('text/css')
  })

  it('says without script what to do, and nothing else', async () => {
    const { body } = await rig.ask('GET', '/status?lang=en')
    const shown = [...body.matchAll(/<section id="([\w-]+)"[^>]*>/g)].filter(([tag]) => !tag.includes(' hidden')).map(([, id]) => id)
    expect(shown).toEqual(['without-script'])
    expect(body).toContain(STATUS_WORDS.en.withoutScript.body)
  })

  it('never breaks a line before a French colon or question mark', async () => {
    expect((await rig.ask('GET', '/status?lang=fr')).body).not.toMatch(/ [:;?!»]|« /)
  })

  it('is the same for everybody: the fragment is not sent, and without the key nothing is told', async () => {
    const applicant = await registered(rig)
    const link = new URL(statusLink('https://service.example', applicant))
    expect(link.pathname + link.search).toBe('/status')
    expect(link.hash).toContain(applicant.accessKey)
    const pages = await Promise.all(['/status?lang=en', `/status?lang=en&r=${applicant.registrationId}&k=${applicant.accessKey}`].map((url) => rig.ask('GET', url)))
    expect(pages[0]!.body).toBe(pages[1]!.body)
    expect(pages[0]!.body).not.toContain(applicant.reference)
    const withoutKey = await rig.ask('GET', `/v1/registrations/${applicant.registrationId}`)
    expect([withoutKey.statusCode, withoutKey.body.includes(applicant.reference)]).toEqual([401, false])
  })
})
