import type { Screen } from './screen'

/** *Check and create*: the review, the captcha, and the button that sends. */
export function checkStep({ page, say }: Screen) {
  const image = page.getByRole('img', { name: say('captcha.imageAlt'), exact: true })
  const characters = page.getByLabel(say('captcha.field'), { exact: true })
  const validateButton = page.getByRole('button', { name: say('captcha.validate'), exact: true })
  const createButton = page.getByRole('button', { name: say('wizard.create'), exact: true })
  return {
    characters,
    validateButton,
    createButton,
    image,
    review: (block: 'person' | 'structure') => page.getByRole('region', { name: say(`wizard.steps.${block}`), exact: true }),
    retryButton: page.getByRole('button', { name: say('failures.tryAgain'), exact: true }),
    /** Looks at the image first, as everybody does: a new one empties the field. */
    async validate(answer: string) {
      await image.waitFor()
      await characters.fill(answer)
      await validateButton.click()
    },
    async create() {
      await createButton.click()
    },
  }
}
