import type { Screen } from './screen'

/** The window of a visit. */
export function kioskOf({ page, say }: Screen) {
  return {
    finishButton: page.getByRole('banner').getByRole('button', { name: say('kiosk.finish'), exact: true }),
    idle: page.getByRole('dialog', { name: say('kiosk.idle.heading') }),
    stayButton: page.getByRole('button', { name: say('kiosk.idle.stay'), exact: true }),
    eraseButton: page.getByRole('button', { name: say('kiosk.idle.erase'), exact: true }),
    staff: page.getByRole('dialog', { name: say('kiosk.staff.heading') }),
    pin: page.getByLabel(say('kiosk.staff.pin'), { exact: true }),
    closeButton: page.getByRole('button', { name: say('kiosk.staff.leave'), exact: true }),
    code: page.getByRole('img', { name: say('kiosk.phone.code') }),
    begin: (language: 'fr' | 'en') => page.getByRole('button', { name: say(`kiosk.begin.${language}.action`) }).click(),
  }
}
