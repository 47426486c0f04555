/* Registration id and access key stand in the fragment: they reach the service in the address and the head of a request of this script alone. */
'use strict'
{
  const byId = (id) => document.getElementById(id)
  const key = /^#r=([0-9a-f-]{36})&k=([A-Za-z0-9_-]{43})$/i.exec(location.hash)
  const sentences = byId('sentences')
  const say = (name) => sentences.content.querySelector(`[data-key="${name}"]`).textContent
  const LOOK_AGAIN_MS = 60_000
  let known

  function show(id) {
    if (!byId(id).hidden) return
    for (const section of document.querySelectorAll('main > section')) section.hidden = section.id !== id
    byId(id).querySelector('h1').focus()
    document.title = `${byId(id).querySelector('h1').textContent} – Parvis`
  }

  async function ask(method, path = '') {
    const response = await fetch(`v1/registrations/${key[1]}${path}`, {
      method,
      headers: { authorization: `Bearer ${key[2]}` },
      cache: 'no-store',
      credentials: 'omit',
    })
    return { status: response.status, answer: await response.json() }
  }

  /* What is shown already stays when the service is quiet: the person may be in a lift. */
  async function look() {
    if (!known) show('looking')
    try {
      const { status, answer } = await ask('GET')
      if (status === 200) return stand(answer)
      if ([400, 401, 403, 404, 422].includes(status)) return show('unknown')
      if (!known) show('unreachable')
      else byId('told').textContent = say('notSent')
    } catch {
      if (!known) show('unreachable')
      else byId('told').textContent = say('notSent')
    }
  }

  function stand(registration) {
    const { state, nextActor, reference, activation } = registration
    const isNews = known !== undefined && known !== state
    known = state
    byId('state').textContent = say(`state.${state}.heading`)
    byId('body').textContent = say(`state.${state}.body`)
    byId('reference').textContent = reference
    byId('next').textContent = say(`next.${nextActor}`)
    byId('left-row').hidden = state !== 'activation-sent' || !activation
    byId('left').textContent = activation ? timeLeft(activation.secondsLeft) : ''
    byId('timeline').replaceChildren(...stationsOf(registration).map(stone))
    byId('send-again').hidden = state !== 'activation-expired'
    byId('seen').textContent = say('seen').replace('{time}', write(new Date(), { timeStyle: 'short' }))
    byId('told').textContent = isNews ? say(`state.${state}.heading`) : ''
    show('standing')
    document.title = `${byId('state').textContent} – Parvis`
  }

  function timeLeft(seconds) {
    const minutes = Math.floor(seconds / 60)
    return minutes < 1 ? say('left.minute') : minutes === 1 ? say('left.oneMinute') : say('left.minutes').replace('{n}', String(minutes))
  }

  function write(at, style) {
    return new Intl.DateTimeFormat(sentences.dataset.convention, style).format(at)
  }

  function stone({ name, state, at }) {
    const item = document.createElement('li')
    item.dataset.look = state
    if (state === 'current') item.setAttribute('aria-current', 'step')
    const what = document.createElement('p')
    what.textContent = say(`timeline.${name}`)
    const how = document.createElement('p')
    how.className = 'small'
    const word = document.createElement('strong')
    word.textContent = say(`timeline.stateOf.${state}`)
    how.append(word)
    if (at) {
      const time = document.createElement('time')
      time.dateTime = at
      time.textContent = write(new Date(at), { dateStyle: 'long', timeStyle: 'short' })
      how.append(' · ', time)
    }
    item.append(what, how)
    return item
  }

  async function sendAgain({ currentTarget: button }) {
    button.disabled = true
    try {
      const { status, answer } = await ask('POST', '/activation-mails')
      if (status === 202) stand(answer)
      byId('told').textContent = say(status === 202 ? 'sent' : 'notSent')
    } catch {
      byId('told').textContent = say('notSent')
    } finally {
      button.disabled = false
    }
  }

  byId('other-language').addEventListener('click', (event) => {
    event.currentTarget.href = event.currentTarget.getAttribute('href').split('#')[0] + location.hash
  })
  addEventListener('hashchange', () => location.reload())

  if (key) {
    for (const button of document.querySelectorAll('[data-look]')) button.addEventListener('click', look)
    byId('send-again').addEventListener('click', sendAgain)
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) look()
    })
    setInterval(() => {
      if (!document.hidden && known) look()
    }, LOOK_AGAIN_MS)
    look()
  } else show('without-key')
}
