import { describe, expect, it } from 'vitest'
import { mailAddress } from '@main/window/mail-composer'
import { clientText, type ClientTextFacts } from '@renderer/follow-up/client-text'
import { wordsOf } from '@renderer/follow-up/words-of'
import { LOCALES } from '@shared/registration/locale'
import { TOLD_STATES } from '@shared/registration/told-states'

const FACTS: ClientTextFacts = {
  purpose: 'remind', state: 'activation-sent', person: { firstName: 'Zoé', lastName: 'Béranger' }, structureName: 'BOULANGERIE MÜLLER & FILS', reference: 'PV-9HXM-3R7P',
  connectionEmail: 'zoe.beranger@boulangerie-muller.example', sender: 'noreply@practice.example', minutesLeft: 42,
}
const ALL = LOCALES.flatMap((language) => TOLD_STATES.flatMap((state) => (['remind', 'send-on'] as const).map((purpose) => ({ language, state, purpose }))))

describe('the text for a client', () => {
  it('says what arrives, from whom, for how long, and that the password is nobody else’s', async () => {
    const { subject, body } = clientText({ ...FACTS, purpose: 'send-on' }, await wordsOf('en'))
    expect(subject).toBe('Your Chorus Pro account (PV-9HXM-3R7P)')
    for (const said of ['Hello Zoé Béranger,', 'BOULANGERIE MÜLLER & FILS', 'zoe.beranger@boulangerie-muller.example', 'noreply@practice.example', '60 minutes', 'About 42 minutes are left.', 'give it to nobody']) expect(body).toContain(said)
  })

  it('is in the language of the registration', async () => {
    expect(clientText(FACTS, await wordsOf('fr')).body).toMatch(/^Bonjour Zoé Béranger,\n\nVotre compte Chorus Pro pour BOULANGERIE MÜLLER & FILS n’est pas encore ouvert\./)
  })

  it('promises no minutes of a link that is not there', async () => {
    const { body } = clientText({ ...FACTS, state: 'awaiting-manager' }, await wordsOf('en'))
    expect(body).not.toContain('42')
    expect(body).toContain('its manager first has to accept')
  })

  it.each(ALL)('fits into what Windows hands to a mail program: $purpose, $state, $language', async ({ language, state, purpose }) => {
    const text = clientText({ ...FACTS, state, purpose }, await wordsOf(language))
    expect(mailAddress({ to: FACTS.connectionEmail, ...text }).length).toBeLessThan(2000)
    expect(`${text.subject} ${text.body}`).not.toMatch(/[{}]|followUp\./)
  })
})
