import { escapeHtml as e } from '../../page/escape-html'
import { actions, ending, pageFrame, type PageSetting } from '../../page/frame'
import { type FormView, formSection } from './form-section'
import { PAGE_WORDS, type PageWords } from './words'

/** What the page shows when it arrives. The script goes on from `form`; without script this is all there is. */
export type PageView = FormView | { readonly kind: 'done' | 'expired' | 'used' | 'blocked' }

/** The page behind an activation link. It holds no token and no personal data: those never reach this side of it. */
export function activatePage(view: PageView, setting: PageSetting): string {
  const words = PAGE_WORDS[setting.locale]
  const shown = view.kind
  const form: FormView = view.kind === 'form' ? view : { kind: 'form' }
  return pageFrame({
    ...setting,
    title: words.title,
    name: 'activate',
    sheets: [
      `<section id="looking" class="sheet" hidden><h1 tabindex="-1">${e(words.looking)}</h1></section>`,
      formSection(form, words, { isHidden: shown !== 'form', action: `activate?lang=${setting.locale}` }),
      ending('done', words.done, shown, 'open'),
      ending('changed', words.changed, shown, 'open'),
      ending('expired', words.expired, shown, 'closed', renewing(words, 'primary')),
      ending('sent', words.sent, shown, 'waiting'),
      ending('used', words.used, shown, 'closed', renewing(words, '')),
      ending('blocked', words.blocked, shown, 'waiting'),
      ending('unknown', words.unknown, shown, 'closed', actions(`<button type="button" id="by-code">${e(words.unknown.byCode)}</button>`)),
      ending('unreachable', words.unreachable, shown, 'closed', actions(`<button type="button" id="again">${e(words.unreachable.again)}</button>`)),
    ],
  })
}

/** A new link needs the old one, which only the script can read. */
function renewing({ renew }: PageWords, look: string): string {
  return `<p data-without-link>${e(renew.withoutScript)}</p><div class="actions" data-with-link hidden><button type="button" data-renew${look === '' ? '' : ` class="${look}"`}>${e(renew.send)}</button></div>`
}
