import type { PasswordLack } from '@shared/password/password-rule'
import { escapeHtml as e } from '../../page/escape-html'
import type { PageWords } from './words'

/** Why the form comes back; each has its sentence. */
export type FormProblem = 'missing' | 'unknown-code' | 'busy' | PasswordLack['code']

export interface FormView {
  readonly kind: 'form'
  readonly reference?: string
  readonly code?: string
  readonly problems?: readonly FormProblem[]
}

type FieldId = 'reference' | 'code' | 'password'

/** Reference and code are for whoever has no script; the script takes them away when the link itself says whose account it is. */
export function formSection(view: FormView, words: PageWords, { isHidden, action }: { readonly isHidden: boolean; readonly action: string }): string {
  const { form } = words
  const { reference = '', code = '', problems = [] } = view
  const wrong = wrongFields(view)
  const field = (id: FieldId, hint: string): string => {
    const describedBy = wrong.includes(id) ? `problem-list ${hint}` : hint
    return `id="${id}" name="${id}" required aria-describedby="${describedBy}"${wrong.includes(id) ? ' aria-invalid="true"' : ''}`
  }
  return `<section id="form" class="sheet"${isHidden ? ' hidden' : ''}>
<h1 tabindex="-1">${e(form.heading)}</h1>
<div id="whose" class="whose" hidden>
<dl>
<div><dt>${e(form.account)}</dt><dd id="account"></dd></div>
<div id="structure-row"><dt>${e(form.structure)}</dt><dd id="structure"></dd></div>
<div><dt>${e(form.left)}</dt><dd id="left" data-minutes="${e(form.minutes)}" data-one="${e(form.oneMinute)}" data-minute="${e(form.minute)}"></dd></div>
</dl>
<svg id="ring" class="ring no-print" viewBox="0 0 120 120" aria-hidden="true" focusable="false"><text class="number" x="60" y="65"></text><text class="unit" x="60" y="80">${e(form.unit)}</text></svg>
</div>
<p id="not-yours" class="small" hidden>${e(form.notYours)}</p>
<div id="problems" class="problems" role="alert" tabindex="-1"${problems.length > 0 ? '' : ' hidden'}>
<h2>${e(words.problems.heading)}</h2>
<ul id="problem-list">${problems.map((problem) => `<li>${problemLine(problem, wrong, words)}</li>`).join('')}</ul>
</div>
<form method="post" action="${e(action)}" autocomplete="off" novalidate>
<div id="proof">
<p>${e(form.intro)} ${e(form.required)}</p>
<p class="field"><label for="reference">${e(form.reference)}</label><span class="small" id="reference-hint">${e(form.referenceHint)}</span>
<input ${field('reference', 'reference-hint')} maxlength="40" autocapitalize="characters" spellcheck="false" value="${e(reference)}"></p>
<p class="field"><label for="code">${e(form.code)}</label><span class="small" id="code-hint">${e(form.codeHint)}</span>
<input ${field('code', 'code-hint')} maxlength="40" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" value="${e(code)}"></p>
</div>
<p class="field"><label for="password">${e(form.password)}</label>
<input ${field('password', 'rules')} type="password" maxlength="1024" autocomplete="new-password"></p>
<p id="show-row" class="show" hidden><input type="checkbox" id="show"><label for="show">${e(form.show)}</label></p>
<div id="rules" data-met="${e(form.met)}" data-missing="${e(form.missing)}">
<p class="label">${e(form.rules)}</p>
<ul><li data-rule="length">${e(form.length)}</li><li data-rule="classes">${e(form.classes)}
<ul><li data-rule="upper">${e(form.upper)}</li><li data-rule="lower">${e(form.lower)}</li><li data-rule="digit">${e(form.digit)}</li><li data-rule="special">${e(form.special)}</li></ul></li></ul>
</div>
<button type="submit" class="primary">${e(form.submit)}</button>
</form>
<div id="hand-over" hidden><a id="open-in-parvis" class="button" href="parvis://activate">${e(form.openInParvis)}</a><p class="small">${e(form.openHint)}</p></div>
${sentencesForScript(words)}
</section>`
}

/** In the order of the form. A password never comes back, so it is to be typed again whenever something is missing. */
function wrongFields({ reference = '', code = '', problems = [] }: FormView): readonly FieldId[] {
  const isMissing = problems.includes('missing')
  const isUnknown = problems.includes('unknown-code')
  const isWrong: Readonly<Record<FieldId, boolean>> = {
    reference: isUnknown || (isMissing && reference === ''),
    code: isUnknown || (isMissing && code === ''),
    password: isMissing || problems.some((problem) => problem.startsWith('password-')),
  }
  return (['reference', 'code', 'password'] as const).filter((id) => isWrong[id])
}

/** A link to the first field that it is about; what is nobody's mistake leads nowhere. */
function problemLine(problem: FormProblem, wrong: readonly FieldId[], words: PageWords): string {
  const sentence = e(sentenceOf(problem, words))
  const target = problem.startsWith('password-') ? 'password' : problem === 'busy' ? undefined : wrong[0]
  return target === undefined ? sentence : `<a href="#${target}">${sentence}</a>`
}

const PROBLEM_WORDS: Readonly<Record<FormProblem, keyof PageWords['problems']>> = {
  missing: 'missing',
  'unknown-code': 'unknownCode',
  busy: 'busy',
  'password-too-short': 'tooShort',
  'password-too-long': 'tooLong',
  'password-too-few-classes': 'tooFewClasses',
  'password-easily-guessed': 'tooFewClasses',
  'password-unusable-character': 'unusable',
}

function sentenceOf(problem: FormProblem, words: PageWords): string {
  return words.problems[PROBLEM_WORDS[problem]]
}

/** The script knows codes, not languages. */
function sentencesForScript(words: PageWords): string {
  const codes: readonly (readonly [string, string])[] = [
    ...(Object.keys(PROBLEM_WORDS) as FormProblem[]).map((problem) => [problem, sentenceOf(problem, words)] as const),
    ['unreachable', words.problems.unreachable],
  ]
  return `<template id="sentences">${codes.map(([code, sentence]) => `<p data-code="${code}">${e(sentence)}</p>`).join('')}</template>`
}
