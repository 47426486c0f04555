import type { PasswordLack } from '@shared/password/password-rule'
import { escapeHtml as e } from '../../mail/templates/write-html'
import type { PageWords } from './words'

/** Why the form comes back; each has its sentence. */
export type FormProblem = 'missing' | 'unknown-code' | 'busy' | PasswordLack['code']

export interface FormView {
  readonly kind: 'form'
  readonly reference?: string
  readonly code?: string
  readonly problems?: readonly FormProblem[]
}

/** Reference and code are for whoever has no script; the script takes them away when the link itself says whose account it is. */
export function formSection({ reference = '', code = '', problems = [] }: FormView, words: PageWords, isHidden: boolean): string {
  const { form } = words
  const [proofIsWrong, passwordIsWrong] = [problems.includes('unknown-code'), problems.some((problem) => problem.startsWith('password-'))]
  return `<section id="form" class="sheet"${isHidden ? ' hidden' : ''}>
<h1 tabindex="-1">${e(form.heading)}</h1>
<dl id="whose" hidden>
<div><dt>${e(form.account)}</dt><dd id="account"></dd></div>
<div id="structure-row"><dt>${e(form.structure)}</dt><dd id="structure"></dd></div>
<div><dt>${e(form.left)}</dt><dd id="left" data-minutes="${e(form.minutes)}" data-minute="${e(form.minute)}"></dd></div>
</dl>
<p id="not-yours" hidden>${e(form.notYours)}</p>
<div id="problems" class="problems" role="alert" tabindex="-1"${problems.length > 0 ? '' : ' hidden'}>
<h2>${e(words.problems.heading)}</h2>
<ul>${problems.map((problem) => `<li>${e(sentenceOf(problem, words))}</li>`).join('')}</ul>
</div>
<form method="post" action="activate" autocomplete="off" novalidate>
<div id="proof">
<p>${e(form.intro)} ${e(form.required)}</p>
<p class="field"><label for="reference">${e(form.reference)}</label><span class="hint" id="reference-hint">${e(form.referenceHint)}</span>
<input id="reference" name="reference" required maxlength="40" autocapitalize="characters" spellcheck="false" aria-describedby="reference-hint" value="${e(reference)}"${invalid(proofIsWrong)}></p>
<p class="field"><label for="code">${e(form.code)}</label><span class="hint" id="code-hint">${e(form.codeHint)}</span>
<input id="code" name="code" required maxlength="40" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" aria-describedby="code-hint" value="${e(code)}"${invalid(proofIsWrong)}></p>
</div>
<p class="field"><label for="password">${e(form.password)}</label>
<input id="password" name="password" type="password" required maxlength="1024" autocomplete="new-password" aria-describedby="${passwordIsWrong ? 'problems rules' : 'rules'}"${invalid(passwordIsWrong)}></p>
<p id="show-row" class="show" hidden><input type="checkbox" id="show"><label for="show">${e(form.show)}</label></p>
<div id="rules" data-met="${e(form.met)}" data-missing="${e(form.missing)}">
<p>${e(form.rules)}</p>
<ul><li data-rule="length">${e(form.length)}</li><li data-rule="classes">${e(form.classes)}
<ul><li data-rule="upper">${e(form.upper)}</li><li data-rule="lower">${e(form.lower)}</li><li data-rule="digit">${e(form.digit)}</li><li data-rule="special">${e(form.special)}</li></ul></li></ul>
</div>
<button type="submit" class="primary">${e(form.submit)}</button>
</form>
<div id="hand-over" hidden><a id="open-in-parvis" href="parvis://activate">${e(form.openInParvis)}</a><p class="hint">${e(form.openHint)}</p></div>
${sentencesForScript(words)}
</section>`
}

function invalid(isWrong: boolean): string {
  return isWrong ? ' aria-invalid="true"' : ''
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
