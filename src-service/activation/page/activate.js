/* The token stands in the fragment: it reaches the service in the body of a request, and only when somebody acts. */
'use strict'
{
  const byId = (id) => document.getElementById(id)
  const token = /^#t=([A-Za-z0-9_-]{43})$/.exec(location.hash)?.[1]
  const hasFragment = location.hash.length > 1
  const password = byId('password')
  const drawRing = stoneRing(byId('ring'))
  let countdown

  function show(id) {
    for (const section of document.querySelectorAll('main > section')) section.hidden = section.id !== id
    byId(id).querySelector('h1').focus()
    document.title = `${byId(id).querySelector('h1').textContent} – Parvis`
  }

  async function ask(path, body) {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      cache: 'no-store',
      credentials: 'omit',
    })
    const text = await response.text()
    return { status: response.status, answer: text === '' ? {} : JSON.parse(text) }
  }

  async function look() {
    show('looking')
    let found
    try {
      found = await ask('v1/activations/inspection', { token })
    } catch {
      return show('unreachable')
    }
    if (found.status === 404) return show('unknown')
    if (found.status !== 200) return show('unreachable')
    if (found.answer.purpose === 'password-reset') speakOfReset()
    if (found.answer.state !== 'live') return show(found.answer.state)
    showLive(found.answer)
  }

  function speakOfReset() {
    for (const heading of document.querySelectorAll('[data-of-reset]')) heading.textContent = heading.dataset.ofReset
  }

  function showLive({ connectionEmailMasked, structureName, secondsLeft, purpose }) {
    byId('account').textContent = connectionEmailMasked
    byId('structure').textContent = structureName
    byId('structure-row').hidden = structureName === ''
    byId('form').dataset.purpose = purpose
    for (const id of ['whose', 'not-yours', 'hand-over']) byId(id).hidden = false
    byId('proof').hidden = true
    for (const input of byId('proof').querySelectorAll('input')) input.disabled = true
    byId('open-in-parvis').href = `parvis://activate#t=${token}`
    countDown(secondsLeft)
    show('form')
  }

  /* By a clock that only runs forward: the computer's own may be years off. */
  function countDown(secondsLeft) {
    const end = performance.now() + secondsLeft * 1000
    const left = byId('left')
    const tick = () => {
      const minutes = Math.max(0, Math.floor((end - performance.now()) / 60_000))
      left.textContent = minutes < 1 ? left.dataset.minute : minutes === 1 ? left.dataset.one : left.dataset.minutes.replace('{n}', String(minutes))
      drawRing(minutes)
      if (performance.now() >= end) {
        clearInterval(countdown)
        show('expired')
      }
    }
    clearInterval(countdown)
    countdown = setInterval(tick, 1000)
    tick()
  }

  function tickRules() {
    const marks = passwordMarks(password.value)
    const { met, missing } = byId('rules').dataset
    for (const item of document.querySelectorAll('[data-rule]')) {
      const isMet = marks[item.dataset.rule]
      item.dataset.state = isMet ? 'met' : 'missing'
      let mark = item.querySelector(':scope > .mark')
      if (!mark) {
        mark = document.createElement('span')
        mark.className = 'mark'
        item.prepend(mark)
      }
      mark.setAttribute('role', 'img')
      mark.setAttribute('aria-label', isMet ? met : missing)
      mark.textContent = isMet ? '✓' : ''
    }
  }

  function complain(codes) {
    const template = byId('sentences').content
    const list = byId('problems').querySelector('ul')
    list.replaceChildren(
      ...codes.map((code) => {
        const item = document.createElement('li')
        const sentence = document.createElement(code.startsWith('password-') ? 'a' : 'span')
        sentence.textContent = template.querySelector(`[data-code="${code}"]`)?.textContent ?? code
        if (sentence.localName === 'a') sentence.href = '#password'
        item.append(sentence)
        return item
      }),
    )
    if (codes.some((code) => code.startsWith('password-'))) {
      password.setAttribute('aria-invalid', 'true')
      password.setAttribute('aria-describedby', 'problem-list rules')
    }
    byId('problems').hidden = false
    byId('problems').focus()
  }

  /* What was wrong is being corrected: the ticks take over. */
  function forgetProblems() {
    byId('problems').hidden = true
    for (const input of document.querySelectorAll('[aria-invalid]')) {
      input.removeAttribute('aria-invalid')
      input.setAttribute('aria-describedby', input.getAttribute('aria-describedby').replace('problem-list ', ''))
    }
  }

  /* By hand: following the link would put the field's name where the token stands. */
  function goToField(event) {
    const name = event.target.closest('a')?.hash.slice(1)
    if (!name) return
    event.preventDefault()
    byId(name).focus()
  }

  async function submit(event) {
    event.preventDefault()
    const button = byId('form').querySelector('button[type=submit]')
    if (button.disabled) return
    button.disabled = true
    forgetProblems()
    try {
      settle(await ask('v1/activations', { token, password: password.value }))
    } catch {
      complain(['unreachable'])
    } finally {
      button.disabled = false
    }
  }

  function settle({ status, answer }) {
    if (status === 201) {
      password.value = ''
      return show(byId('form').dataset.purpose === 'password-reset' ? 'changed' : 'done')
    }
    if (answer.code === 'password-weak') return complain(answer.errors.map(({ code }) => code))
    const ends = { 'activation-unknown': 'unknown', 'activation-expired': 'expired', 'activation-already-used': 'used', 'activation-blocked': 'blocked' }
    if (ends[answer.code]) return show(ends[answer.code])
    complain(['busy'])
  }

  async function renew({ currentTarget: button }) {
    button.disabled = true
    try {
      const { status } = await ask('v1/password-resets', { token })
      show(status === 202 ? 'sent' : 'unreachable')
    } catch {
      show('unreachable')
    } finally {
      button.disabled = false
    }
  }

  byId('show-row').hidden = false
  byId('show').addEventListener('change', ({ target }) => {
    password.type = target.checked ? 'text' : 'password'
  })
  password.addEventListener('input', tickRules)
  byId('form').addEventListener('input', forgetProblems)
  tickRules()
  byId('again').addEventListener('click', look)
  byId('problems').addEventListener('click', goToField)
  for (const button of document.querySelectorAll('[data-renew]')) button.addEventListener('click', renew)
  byId('by-code').addEventListener('click', () => {
    history.replaceState(null, '', location.pathname + location.search)
    location.reload()
  })
  byId('other-language').addEventListener('click', (event) => {
    event.currentTarget.href = event.currentTarget.getAttribute('href').split('#')[0] + location.hash
  })
  addEventListener('hashchange', () => location.reload())

  if (token) {
    for (const part of document.querySelectorAll('[data-with-link]')) part.hidden = false
    for (const part of document.querySelectorAll('[data-without-link]')) part.hidden = true
    byId('form').querySelector('form').addEventListener('submit', submit)
    look()
  } else if (hasFragment) show('unknown')
  else if (!byId('problems').hidden) byId('problems').focus()
}
