import { describe, expect, it, vi } from 'vitest'
import { createActivationDesk, type ActivationService } from '@main/activation/activation-desk'
import { AppError } from '@shared/errors/app-error'
import type { ActivationInspection } from '@shared/http/activations'

const TOKEN = 'A'.repeat(43)
const LINK = `https://registration.example/activate#t=${TOKEN}`
const CODE = 'PV-1234-5678 9ABC-DEFG'

function open(purpose: ActivationInspection['purpose'] = 'activation') {
  const inspection: ActivationInspection = { state: 'live', secondsLeft: 3000, connectionEmailMasked: 'a•••@example.org', structureName: 'Danone', purpose }
  const service = {
    inspect: vi.fn<ActivationService['inspect']>(async () => inspection),
    complete: vi.fn<ActivationService['complete']>(async () => undefined),
    renew: vi.fn<ActivationService['renew']>(async () => undefined),
  }
  return { service, desk: createActivationDesk(service) }
}

describe('the activation desk', () => {
  it('looks at a pasted link, and gives the window an id in place of the token', async () => {
    const { service, desk } = open()
    const inspected = await desk.inspect({ text: `Your link: ${LINK}` })
    expect(service.inspect).toHaveBeenCalledWith({ token: TOKEN })
    expect(JSON.stringify(inspected)).not.toContain(TOKEN)
    expect(inspected).toMatchObject({ state: 'live', renewableAsIs: true, purpose: 'activation' })
    await desk.complete(inspected.activationId, 'a password')
    expect(service.complete).toHaveBeenCalledWith({ token: TOKEN }, 'activation', 'a password')
  })

  it('takes up a handed-over token', async () => {
    const { service, desk } = open('password-reset')
    const activationId = desk.takeUp(TOKEN)
    await desk.inspect({ activationId })
    await desk.complete(activationId, 'a password')
    expect(service.complete).toHaveBeenCalledWith({ token: TOKEN }, 'password-reset', 'a password')
  })

  it('reads reference and short code, which do not say whose address it is', async () => {
    const { service, desk } = open()
    const { activationId, renewableAsIs } = await desk.inspect({ text: CODE })
    expect(renewableAsIs).toBe(false)
    await expect(desk.renew(activationId)).rejects.toMatchObject({ code: 'input-invalid', problems: [{ pointer: '/connectionEmail', code: 'required' }] })
    await desk.renew(activationId, 'ann@example.org')
    expect(service.renew).toHaveBeenCalledExactlyOnceWith({ connectionEmail: 'ann@example.org' })
  })

  it('asks for a new link by the old one, whatever address is given', async () => {
    const { service, desk } = open()
    await desk.renew(desk.takeUp(TOKEN), 'somebody@example.org')
    expect(service.renew).toHaveBeenCalledExactlyOnceWith({ token: TOKEN })
  })

  it('refuses what is not ours before the service hears of it', async () => {
    const { service, desk } = open()
    await expect(desk.inspect({ text: 'https://example.org/somewhere' })).rejects.toMatchObject({ code: 'activation-not-ours' })
    expect(service.inspect).not.toHaveBeenCalled()
  })

  it('keeps the activation open after a refusal, and closes it after success', async () => {
    const { service, desk } = open()
    const activationId = desk.takeUp(TOKEN)
    service.complete.mockRejectedValueOnce(new AppError('password-weak', 'weak'))
    await expect(desk.complete(activationId, 'weak')).rejects.toMatchObject({ code: 'password-weak' })
    await desk.complete(activationId, 'strong')
    await expect(desk.complete(activationId, 'again')).rejects.toMatchObject({ code: 'activation-unknown' })
  })

  it('forgets the oldest of very many', async () => {
    const { desk } = open()
    const ids = Array.from({ length: 40 }, () => desk.takeUp(TOKEN))
    await expect(desk.inspect({ activationId: ids[0]! })).rejects.toMatchObject({ code: 'activation-unknown' })
    await expect(desk.inspect({ activationId: ids[39]! })).resolves.toMatchObject({ state: 'live' })
  })
})
