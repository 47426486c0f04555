import type { HelpdeskPart } from '@renderer/helpdesk/helpdesk-parts'
import type { Screen } from './screen'

/** The agents' desk: its tabs, its lists and what stands beside them. */
export function helpdeskPage({ page, say }: Screen) {
  const main = page.getByRole('main')
  const button = (key: Parameters<typeof say>[0]) => main.getByRole('button', { name: say(key), exact: true })
  const dialog = page.getByRole('dialog')
  const dialogButton = (key: Parameters<typeof say>[0]) => dialog.getByRole('button', { name: say(key), exact: true })
  const reason = main.getByLabel(say('helpdesk.structures.decide.reason'), { exact: true })
  const query = main.getByLabel(say('helpdesk.find.query'), { exact: true })
  const answer = main.getByLabel(say('helpdesk.tickets.answer.label'), { exact: true })
  return {
    main, dialog, reason, query, answer,
    titleOf: (part: HelpdeskPart) => main.getByRole('heading', { level: 1, name: say(`helpdesk.parts.${part}`), exact: true }),
    closed: main.getByRole('heading', { name: say('helpdesk.closed.heading'), exact: true }),
    tab: (part: HelpdeskPart) => page.getByRole('link', { name: say(`helpdesk.parts.${part}`), exact: true }),
    row: (name: string | RegExp) => main.getByRole('listitem').getByRole('button', { name }),
    one: main.getByRole('heading', { level: 2 }).last(),
    kind: (kind: 'structure' | 'attachment') => main.getByRole('button', { name: new RegExp(`^${say(`helpdesk.structures.kinds.${kind}`)}`) }),
    ticketsIn: (state: 'open' | 'answered' | 'closed') => main.getByRole('group', { name: say('helpdesk.tickets.which'), exact: true }).getByRole('button', { name: new RegExp(`^${say(`helpdesk.tickets.states.${state}`)}`) }),
    refuseButton: button('helpdesk.structures.decide.no'),
    sendAnswerButton: button('helpdesk.tickets.answer.send'),
    closeTicketButton: button('helpdesk.tickets.close'),
    sendLinkButton: button('helpdesk.find.send.action'),
    async goToSignIn() {
      await main.getByRole('link', { name: say('helpdesk.closed.signIn'), exact: true }).click()
    },
    async askToApprove() {
      await button('helpdesk.structures.decide.yes.structure').click()
    },
    async approve() {
      await button('helpdesk.structures.decide.yes.structure').click()
      await dialogButton('helpdesk.structures.confirm.send.yes.structure').click()
    },
    async askToRefuse(words: string) {
      await reason.fill(words)
      await button('helpdesk.structures.decide.no').click()
    },
    async refuse(words: string) {
      await reason.fill(words)
      await button('helpdesk.structures.decide.no').click()
      await dialogButton('helpdesk.structures.confirm.send.no').click()
    },
    async search(words: string) {
      await query.fill(words)
      await button('helpdesk.find.search').click()
    },
  }
}
