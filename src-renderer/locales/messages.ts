import { activation as activationEn } from './en/activation'
import { app as appEn } from './en/app'
import { captcha as captchaEn } from './en/captcha'
import { data as dataEn } from './en/data'
import { desk as deskEn } from './en/desk'
import { failures as failuresEn } from './en/failures'
import { fields as fieldsEn } from './en/fields'
import { glossary as glossaryEn } from './en/glossary'
import { help as helpEn } from './en/help'
import { home as homeEn } from './en/home'
import { mailbox as mailboxEn } from './en/mailbox'
import { problems as problemsEn } from './en/problems'
import { progress as progressEn } from './en/progress'
import { queue as queueEn } from './en/queue'
import { safe as safeEn } from './en/safe'
import { structure as structureEn } from './en/structure'
import { ui as uiEn } from './en/ui'
import { where as whereEn } from './en/where'
import { wizard as wizardEn } from './en/wizard'
import { activation as activationFr } from './fr/activation'
import { app as appFr } from './fr/app'
import { captcha as captchaFr } from './fr/captcha'
import { data as dataFr } from './fr/data'
import { desk as deskFr } from './fr/desk'
import { failures as failuresFr } from './fr/failures'
import { fields as fieldsFr } from './fr/fields'
import { glossary as glossaryFr } from './fr/glossary'
import { help as helpFr } from './fr/help'
import { home as homeFr } from './fr/home'
import { mailbox as mailboxFr } from './fr/mailbox'
import { problems as problemsFr } from './fr/problems'
import { progress as progressFr } from './fr/progress'
import { queue as queueFr } from './fr/queue'
import { safe as safeFr } from './fr/safe'
import { structure as structureFr } from './fr/structure'
import { ui as uiFr } from './fr/ui'
import { where as whereFr } from './fr/where'
import { wizard as wizardFr } from './fr/wizard'
import type { Wording } from './wording'

const en = {
  activation: activationEn,
  app: appEn,
  captcha: captchaEn,
  data: dataEn,
  desk: deskEn,
  failures: failuresEn,
  fields: fieldsEn,
  glossary: glossaryEn,
  help: helpEn,
  home: homeEn,
  mailbox: mailboxEn,
  problems: problemsEn,
  progress: progressEn,
  queue: queueEn,
  safe: safeEn,
  structure: structureEn,
  ui: uiEn,
  where: whereEn,
  wizard: wizardEn,
}

const fr: Wording<typeof en> = {
  activation: activationFr,
  app: appFr,
  captcha: captchaFr,
  data: dataFr,
  desk: deskFr,
  failures: failuresFr,
  fields: fieldsFr,
  glossary: glossaryFr,
  help: helpFr,
  home: homeFr,
  mailbox: mailboxFr,
  problems: problemsFr,
  progress: progressFr,
  queue: queueFr,
  safe: safeFr,
  structure: structureFr,
  ui: uiFr,
  where: whereFr,
  wizard: wizardFr,
}

/** Every word that a person sees, a room at a time. */
export const messages = { en, fr }
