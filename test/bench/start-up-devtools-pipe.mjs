/**
 * The DevTools protocol over two pipes (`--remote-debugging-pipe`): the same quiet eye on every application that is
 * measured, without polling, without a port, and without code in the page before it is asked for.
 */
export function openDevtools(child) {
  const [, , , toBrowser, fromBrowser] = child.stdio
  const waiting = new Map()
  const listeners = new Set()
  let lastId = 0
  let rest = ''

  fromBrowser.setEncoding('utf8')
  fromBrowser.on('data', (text) => {
    const messages = (rest + text).split('\0')
    rest = messages.pop()
    for (const message of messages) take(JSON.parse(message))
  })
  child.once('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('the application ended while it was being measured'))
    waiting.clear()
  })
  toBrowser.on('error', () => {})

  function take({ id, result, error, method, params }) {
    if (id === undefined) for (const listener of listeners) listener(method, params)
    else {
      const { resolve, reject } = waiting.get(id) ?? {}
      waiting.delete(id)
      if (error) reject?.(new Error(error.message))
      else resolve?.(result)
    }
  }

  function send(method, params = {}, sessionId = undefined) {
    const id = ++lastId
    toBrowser.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`)
    return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }))
  }

  /**
   * Attaches to the first page. `evaluate` evaluates an expression in it and waits for its promise; `send` speaks to the
   * page; `hear` gives it a function of that name, and calls the listener with the text that the page calls it with.
   */
  async function attachToPage() {
    const found = new Promise((resolve) => {
      listeners.add((method, params) => {
        if (method === 'Target.targetCreated' && params.targetInfo.type === 'page') resolve(params.targetInfo.targetId)
      })
    })
    await send('Target.setDiscoverTargets', { discover: true })
    const { sessionId } = await send('Target.attachToTarget', { targetId: await found, flatten: true })
    const sendToPage = (method, params) => send(method, params, sessionId)
    return {
      send: sendToPage,
      async evaluate(expression) {
        const { result, exceptionDetails } = await sendToPage('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
        if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
        return result.value
      },
      async hear(name, listener) {
        listeners.add((method, params) => {
          if (method === 'Runtime.bindingCalled' && params.name === name) listener(params.payload)
        })
        await sendToPage('Runtime.enable')
        await sendToPage('Runtime.addBinding', { name })
      },
    }
  }

  /** A function that evaluates an expression in the first page and waits for its promise. */
  const firstPage = async () => (await attachToPage()).evaluate

  return { send, attachToPage, firstPage }
}
