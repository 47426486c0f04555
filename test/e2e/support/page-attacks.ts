import type { Page } from '@playwright/test'

/** Sends the page to each address by location, link, new window, form, frame and refresh, twenty addresses at a time. */
export async function tryAddresses(page: Page, addresses: readonly string[]): Promise<void> {
  for (let at = 0; at < addresses.length; at += 20) {
    await page.evaluate(async (batch) => {
      const quietly = (attempt: () => unknown): void => {
        try {
          attempt()
        } catch {
          // A refusal is what is hoped for.
        }
      }
      const press = (make: (link: HTMLAnchorElement) => void, click: MouseEventInit = {}): void => {
        const link = document.createElement('a')
        make(link)
        document.body.append(link)
        link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...click }))
        link.remove()
      }
      const tries: ((address: string) => void)[] = [
        (address) => { location.href = address },
        (address) => { location.assign(address) },
        (address) => { location.replace(address) },
        (address) => { window.open(address) },
        (address) => { window.open(address, '_self') },
        (address) => { press((link) => { link.href = address }) },
        (address) => { press((link) => { link.href = address; link.target = '_blank' }) },
        (address) => { press((link) => { link.href = address }, { ctrlKey: true }) },
        (address) => { press((link) => { link.href = address }, { shiftKey: true }) },
        (address) => {
          const form = document.createElement('form')
          form.action = address
          document.body.append(form)
          form.submit()
          form.remove()
        },
        (address) => {
          const frame = document.createElement('iframe')
          frame.src = address
          document.body.append(frame)
          frame.remove()
        },
        (address) => {
          const refresh = document.createElement('meta')
          refresh.httpEquiv = 'refresh'
          refresh.content = `0;url=${address}`
          document.head.append(refresh)
        },
        (address) => {
          const view = document.createElement('webview')
          view.setAttribute('src', address)
          document.body.append(view)
        },
      ]
      for (const address of batch) for (const attempt of tries) quietly(() => { attempt(address) })
      await new Promise((resolve) => setTimeout(resolve, 60))
    }, addresses.slice(at, at + 20))
  }
}

/** Tries what the content policy forbids. `effects` is what happened all the same; `violated` the directives that spoke up. */
export async function collectViolations(page: Page): Promise<{ effects: readonly string[]; violated: readonly string[] }> {
  return page.evaluate(async () => {
    const violated: string[] = []
    const effects: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => { violated.push(event.effectiveDirective) })
    Object.assign(globalThis, { effect: (name: string) => effects.push(name) })
    const tryTo = async (name: string, attempt: () => unknown): Promise<void> => {
      try {
        await attempt()
        effects.push(name)
      } catch {
        // A refusal is what is hoped for.
      }
    }

    await tryTo('script text', () => {
      const script = document.createElement('script')
      script.append('effect("inline script")')
      document.body.append(script)
    })
    await tryTo('handler in an attribute', () => {
      const button = document.createElement('button')
      button.setAttribute('onclick', 'effect("inline handler")')
      document.body.append(button)
      button.click()
      throw new Error('only the effect counts')
    })
    await tryTo('markup', () => {
      document.createElement('div').innerHTML = '<p>'
    })
    await tryTo('policy of its own', () => (globalThis as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => unknown } }).trustedTypes.createPolicy('evil', {}))
    const style = document.createElement('style')
    style.append('body { --effect: inline }')
    document.head.append(style)
    if (getComputedStyle(document.body).getPropertyValue('--effect')) effects.push('inline style')
    // What a debugger evaluates may use eval, whatever the policy says; a later turn is the page's own again.
    await new Promise((resolve) => setTimeout(resolve, 10))
    await tryTo('eval', () => globalThis.eval('1'))
    await tryTo('function from text', () => new Function('return 1')())
    await tryTo('fetch', () => fetch('https://evil.example/'))
    await tryTo('fetch of our own', () => fetch('app://parvis/index.html'))
    await tryTo('remote picture', () => new Promise((resolve, reject) => {
      const picture = new Image()
      picture.onload = resolve
      picture.onerror = reject
      picture.src = 'https://evil.example/x.png'
    }))
    const frame = document.createElement('iframe')
    frame.src = 'https://evil.example/'
    document.body.append(frame)
    await new Promise((resolve) => setTimeout(resolve, 200))
    return { effects, violated: [...new Set(violated)] }
  })
}
