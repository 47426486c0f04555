import type { Screen } from './screen'

/** The page that sends, and what the queue adds to home page and wizard. */
export function queuePage({ page, say }: Screen) {
  const main = page.getByRole('main')
  const image = page.getByRole('img', { name: say('captcha.imageAlt'), exact: true })
  const characters = page.getByLabel(say('captcha.field'), { exact: true })
  const button = (key: Parameters<typeof say>[0]) => main.getByRole('button', { name: say(key), exact: true })
  return {
    title: main.getByRole('heading', { level: 1 }),
    image,
    characters,
    queueButton: button('queue.add.action'),
    stopButton: button('queue.stop'),
    goOnButton: button('queue.goOn'),
    takeBackButton: button('queue.held.takeBack'),
    state: (situation: 'offline' | 'captcha' | 'sending' | 'paused') => main.getByRole('heading', { name: say(`queue.state.${situation}.heading`), exact: true }),
    receipts: main.getByRole('region', { name: say('queue.receipts.heading'), exact: true }).getByRole('listitem'),
    doneHeading: main.getByRole('heading', { level: 2 }).first(),
    async queueIt() {
      await button('queue.add.action').click()
    },
    async takeBack() {
      await button('queue.held.takeBack').click()
    },
    async acceptStructure() {
      await button('queue.change.accept').click()
    },
    /** Copies the captcha of the one whose turn it is. */
    async sendOne(answer: string) {
      await image.waitFor()
      await characters.fill(answer)
      await button('captcha.validate').click()
    },
  }
}
