import { account } from './account'
import { activation } from './activation'
import { app } from './app'
import { approval } from './approval'
import { assistant } from './assistant'
import { captcha } from './captcha'
import { data } from './data'
import { desk } from './desk'
import { failures } from './failures'
import { fields } from './fields'
import { glossary } from './glossary'
import { help } from './help'
import { helpdesk } from './helpdesk'
import { home } from './home'
import { kiosk } from './kiosk'
import { mailbox } from './mailbox'
import { problems } from './problems'
import { progress } from './progress'
import { queue } from './queue'
import { safe } from './safe'
import { spreadsheet } from './spreadsheet'
import { structure } from './structure'
import { support } from './support'
import { ui } from './ui'
import { where } from './where'
import { wizard } from './wizard'
import type { Wording } from '../wording'
import type { en } from '../en'

/** Every word that a person sees in French, a room at a time. */
export const fr: Wording<typeof en> = {
  account,
  activation,
  app,
  approval,
  assistant,
  captcha,
  data,
  desk,
  failures,
  fields,
  glossary,
  help,
  helpdesk,
  home,
  kiosk,
  mailbox,
  problems,
  progress,
  queue,
  safe,
  spreadsheet,
  structure,
  support,
  ui,
  where,
  wizard,
}
