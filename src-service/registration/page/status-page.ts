import type { Locale } from '@shared/registration/locale'
import { escapeHtml as e } from '../../page/escape-html'
import { actions, ending, pageFrame, type PageSetting } from '../../page/frame'
import { STATUS_WORDS, type StatusWords } from './words'

/** The page that says where a registration stands. It holds no key and no personal data: its script asks for what it shows. */
export function statusPage(setting: PageSetting): string {
  const words = STATUS_WORDS[setting.locale]
  const shown = 'without-script'
  return pageFrame({
    ...setting,
    title: words.title,
    name: 'status',
    sheets: [
      ending('without-script', words.withoutScript, shown, 'closed'),
      `<section id="looking" class="sheet" hidden><h1 tabindex="-1">${e(words.looking)}</h1></section>`,
      standing(words, setting.locale),
      ending('without-key', words.withoutKey, shown, 'closed'),
      ending('unknown', words.unknown, shown, 'closed'),
      ending('unreachable', words.unreachable, shown, 'closed', actions(`<button type="button" data-look>${e(words.unreachable.again)}</button>`)),
    ],
  })
}

function standing(words: StatusWords, locale: Locale): string {
  return `<section id="standing" class="sheet" hidden>
<h1 tabindex="-1" id="state"></h1>
<p id="body" class="lead"></p>
<dl>
<div><dt>${e(words.reference)}</dt><dd id="reference"></dd></div>
<div><dt>${e(words.next.label)}</dt><dd id="next"></dd></div>
<div id="left-row"><dt>${e(words.left.label)}</dt><dd id="left"></dd></div>
</dl>
<h2>${e(words.timeline.heading)}</h2>
<ol id="timeline" class="path"></ol>
<p id="told" role="status"></p>
${actions(`<button type="button" id="send-again" class="primary" hidden>${e(words.sendAgain)}</button>`, `<button type="button" data-look>${e(words.again)}</button>`)}
<p id="seen" class="small"></p>
<p class="small">${e(words.keep)}</p>
${sentencesForScript(words, locale)}
</section>`
}

/** What the script sets in, by its way through the tree of words. */
function sentencesForScript({ state, next, left, timeline, seen, sent, notSent }: StatusWords, locale: Locale): string {
  const sentences = Object.entries(flatten({ state, next, left, timeline, seen, sent, notSent }))
  return `<template id="sentences" data-convention="${locale === 'fr' ? 'fr-FR' : 'en-GB'}">${sentences.map(([key, sentence]) => `<p data-key="${key}">${e(sentence)}</p>`).join('')}</template>`
}

function flatten(words: object, before = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([name, part]: [string, string | object]) =>
      typeof part === 'string' ? [[`${before}${name}`, part]] : Object.entries(flatten(part, `${before}${name}.`)),
    ),
  )
}
