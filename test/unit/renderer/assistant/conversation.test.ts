import { asksForFacts, BEGINNING, goOnWith, noteSent, say, stepBack, targetOf } from '@renderer/assistant/conversation'
import type { Facts } from '@renderer/assistant/decision-tree'
import { ticketOfConversation } from '@renderer/assistant/ticket-of-conversation'
import type { WordKey } from '@renderer/locales/use-words'
import { TICKET_LIMITS } from '@shared/http/tickets'
import { describe, expect, it } from 'vitest'
import { createAllWords } from '../../../support/all-words'

const NONE: Facts = { is: 'none' }
const SENT: Facts = { is: 'heard', state: 'activation-sent', mail: 'sent' }
const asked = say(BEGINNING, 'connecting', NONE)
const { t } = createAllWords('en').global
const words = (key: WordKey, params = {}) => t(key, params)

describe('a conversation', () => {
  it('goes on with what the person says', () => {
    expect(asked.map(({ node, chosen }) => [node, chosen])).toEqual([['start', 'connecting'], ['connecting', undefined]])
  })

  it('takes no answer that the newest message does not have', () => {
    expect(targetOf(BEGINNING, 'arrived')).toBeUndefined()
    expect(say(BEGINNING, 'arrived', NONE)).toBe(BEGINNING)
  })

  it('asks for facts where they decide, and only there', () => {
    expect([asksForFacts(asked, 'noMail'), asksForFacts(asked, 'linkFails')]).toEqual([true, false])
  })

  it('goes on with the registration that was chosen, and stays where none was', () => {
    const which = say(asked, 'noMail', NONE)
    expect(which.at(-1)?.node).toBe('whichRegistration')
    expect(goOnWith(which, NONE)).toBe(which)
    expect(goOnWith(which, SENT).at(-1)).toEqual({ node: 'address', facts: SENT })
  })

  it('can be taken back, step by step, to its beginning', () => {
    expect(stepBack(say(asked, 'noMail', SENT))).toEqual(asked)
    expect(stepBack(stepBack(say(asked, 'noMail', SENT)))).toEqual(BEGINNING)
    expect(stepBack(BEGINNING)).toBe(BEGINNING)
  })
})

describe('the ticket of a conversation', () => {
  it('says what was chosen, what was done, and how the registration stands', () => {
    const spam = say(say(asked, 'noMail', SENT), 'addressRight', SENT)
    const sent = say(noteSent(say(spam, 'notInSpam', SENT)), 'stillNothing', SENT)
    expect(ticketOfConversation(sent, { email: 'zoe@example.org', reference: 'PV-7K2M-9QDX' }, words)).toEqual({
      subject: 'I did not receive the activation email',
      description: [
        'What I told the assistant', '– I am having problems connecting', '– I did not receive the activation email', '– Yes, the address is right', '– It is not there',
        '– A new link was sent', '– Nothing has come', 'State of the registration: Activate your account', 'Latest email: sent',
      ].join('\n').replace('Activate your account', t('home.states.activation-sent')),
      email: 'zoe@example.org', registrationReference: 'PV-7K2M-9QDX',
    })
  })

  it('fits into a ticket, and leaves empty what is not known', () => {
    const other = ticketOfConversation(say(BEGINNING, 'somethingElse', NONE), {}, words)
    expect(other).toEqual({ subject: '', description: 'What I told the assistant\n– Something else' })
    expect(other.description!.length).toBeLessThan(TICKET_LIMITS.description)
  })
})
