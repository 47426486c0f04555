import { activationPage } from './pages/activation-page'
import { checkStep } from './pages/check-step'
import { frameOf } from './pages/frame'
import { homePage } from './pages/home-page'
import { personStep } from './pages/person-step'
import { screenIn } from './pages/screen'
import { structureStep } from './pages/structure-step'
import { summaryPage } from './pages/summary-page'
import { expect, test } from './support/fixtures'
import { mailboxOf } from './support/mailbox'
import { CAPTCHA_ANSWER } from './support/running-service'
import { PASSWORD } from './support/walk'

/** The names that the guide gives, in its language and in ours: page objects follow the dictionary, this holds the dictionary to the guide. */
const GUIDE = {
  fr: {
    'app.createAccount': 'Créer un compte', 'wizard.continue': 'Continuer', 'captcha.validate': 'Valider le captcha', 'wizard.create': 'Créer mon compte',
    'activation.field': 'Lien ou code d’activation', 'activation.password.label': 'Nouveau mot de passe', 'activation.submit': 'Soumettre',
  },
  en: {
    'app.createAccount': 'Create an account', 'wizard.continue': 'Continue', 'captcha.validate': 'Validate the captcha', 'wizard.create': 'Create my account',
    'activation.field': 'Activation link or code', 'activation.password.label': 'New password', 'activation.submit': 'Submit',
  },
} as const
const SUBJECTS = {
  fr: ['[Entraînement] Récapitulatif de votre demande de création de compte', '[Entraînement] Activez votre compte : lien valable 60 minutes'],
  en: ['[Practice] Summary of your request to create an account', '[Practice] Activate your account: link valid for 60 minutes'],
} as const

for (const language of ['fr', 'en'] as const) {
  test(`from an empty list to an active account, in ${language === 'fr' ? 'French' : 'English'}`, async ({ start, service }) => {
    const { window } = await start({ serviceUrl: service.url, language })
    const screen = screenIn(language, window)
    const { say } = screen
    const frame = frameOf(screen)
    const email = 'zoe.beranger@example.org'
    for (const [key, name] of Object.entries(GUIDE[language])) expect(say(key as keyof (typeof GUIDE)['en'])).toBe(name)

    await test.step('the first screen says what the practice service is', async () => {
      await expect(homePage(screen).practiceNotice).toBeVisible()
      await expect(frame.environment).toContainText(say('app.environment.practice'))
    })

    await test.step('personal information', async () => {
      await frame.createAccount()
      await expect(frame.heading).toHaveText(say('wizard.steps.person'))
      const person = personStep(screen)
      await person.fill({ connectionEmail: email, firstName: 'Zoé', lastName: 'Béranger' })
      await expect(frame.saveStatus).toHaveText(say('app.save.saved'))
      await expect(person.field('contactEmail')).toHaveValue(email)
      await person.goOn()
    })

    await test.step('the structure is looked up', async () => {
      const structure = structureStep(screen)
      await structure.chooseType('SIRET')
      await structure.identifier.pressSequentially('55203253400646')
      await expect(structure.identifier).toHaveValue('552 032 534 00646')
      await expect(structure.notice('notYet')).toBeVisible()
      await expect(structure.name).toHaveValue('DANONE')
      await expect(structure.city).toHaveValue('PARIS')
      await structure.goOn()
    })

    const reference = await test.step('check, captcha, create', async () => {
      const check = checkStep(screen)
      await expect(check.review('person')).toContainText(email)
      await expect(check.review('structure')).toContainText('DANONE')
      await expect(check.createButton).toBeDisabled()
      await check.validate(CAPTCHA_ANSWER)
      await expect(check.createButton).toBeEnabled()
      await check.create()
      const summary = summaryPage(screen)
      await expect(summary.reference).toBeVisible()
      return summary.reference.innerText()
    })

    const mailbox = mailboxOf(service.url)
    const { link } = await test.step('the summary follows by itself, and the mails arrive', async () => {
      const summary = summaryPage(screen)
      await summary.shows('activation-sent')
      await expect(summary.stations).toHaveCount(3)
      await expect(summary.ring).toBeVisible()
      const found = await mailbox.nextLinkTo(email)
      const mails = await mailbox.mailsTo(email)
      expect(mails.map(({ subject }) => subject)).toEqual(SUBJECTS[language])
      expect(mails[0]?.text).toContain(reference)
      expect(mails[0]?.text).not.toContain('#t=')
      return found
    })

    await test.step('the link, pasted, leads to the password', async () => {
      await summaryPage(screen).enterLink.click()
      const activation = activationPage(screen)
      await activation.paste(link)
      await expect(activation.heading('whose')).toBeVisible()
      await expect(window.getByText('DANONE', { exact: true })).toBeVisible()
      await expect(window.locator('body')).not.toContainText(email)
      await activation.choosePassword('weak')
      await expect(activation.password).toHaveAttribute('aria-invalid', 'true')
      await activation.choosePassword(PASSWORD)
      await expect(activation.heading('done')).toBeVisible()
    })

    await test.step('the registration is active in the list and in its summary', async () => {
      await frame.goHome()
      await expect(homePage(screen).rowOf('Zoé Béranger')).toContainText(say('home.states.active'))
      await homePage(screen).open('Zoé Béranger')
      await summaryPage(screen).shows('active')
    })
  })
}
