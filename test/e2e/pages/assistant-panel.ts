import type { ChoiceName } from '@renderer/assistant/decision-tree'
import type { Screen } from './screen'

/** The assistant at the side of the window. */
export function assistantPanel({ page, say }: Screen) {
  const panel = page.getByRole('dialog', { name: say('assistant.open'), exact: true })
  const answer = (choice: ChoiceName) => panel.getByRole('button', { name: say(`assistant.choices.${choice}`), exact: true })
  return {
    panel,
    answer,
    button: page.getByRole('banner').getByRole('button', { name: say('assistant.open'), exact: true }),
    newest: panel.getByRole('log').getByRole('listitem').last(),
    sendAgain: panel.getByRole('button', { name: say('progress.sendAgain.open'), exact: true }),
    openTicket: panel.getByRole('button', { name: say('assistant.ticket.open'), exact: true }),
    async open() {
      await page.getByRole('banner').getByRole('button', { name: say('assistant.open'), exact: true }).click()
    },
    /** Says one thing after the other. */
    async say(...choices: readonly ChoiceName[]) {
      for (const choice of choices) await answer(choice).click()
    },
  }
}
