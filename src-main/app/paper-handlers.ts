import type { Handlers } from '@shared/ipc/contract'
import type { Papers } from '../papers/papers'

type PaperHandlers = Pick<Handlers, 'paper:save' | 'paper:print' | 'paper:sent-on' | 'paper:save-receipt' | 'paper:print-receipt'>

/** What the window asks to be put on paper. The rooms are opened by the first question: a start needs no press. */
export function createPaperHandlers(open: () => Promise<Papers>): PaperHandlers {
  let opened: Promise<Papers> | undefined
  const papers = (): Promise<Papers> => (opened ??= open())

  return {
    'paper:save': async ({ paper, suggestedName }) => ({ saved: await (await papers()).save(paper, suggestedName) }),
    async 'paper:print'({ paper }) {
      await (await papers()).print(paper)
      return {}
    },
    'paper:sent-on': async ({ day }) => ({ count: await (await papers()).countSentOn(day) }),
    'paper:save-receipt': async ({ day, words, suggestedName }) => ({ saved: await (await papers()).saveReceipt(day, words, suggestedName) }),
    async 'paper:print-receipt'({ day, words }) {
      await (await papers()).printReceipt(day, words)
      return {}
    },
  }
}
