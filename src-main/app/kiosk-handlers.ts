import { AppError } from '@shared/errors/app-error'
import { statusLink } from '@shared/http/status-link'
import type { Handlers } from '@shared/ipc/contract'
import type { KioskOperationName } from '@shared/ipc/operation-names'
import type { SentRegistrations } from '../submission/sent-registrations'
import type { ServiceAddress } from '../submission/service-address'

/** What the window of a visit may ask of the machine around it. */
export interface KioskDoor {
  readonly stay: () => void
  readonly finish: () => void
  /** Closes Parvis for the right PIN; throws `pin-wrong` and `pin-blocked`. */
  readonly leave: (pin: string) => Promise<void>
}

interface KioskHandlerRooms {
  readonly sent: Pick<SentRegistrations, 'keyOf'>
  readonly address: ServiceAddress
  readonly kiosk: KioskDoor | undefined
}

export function createKioskHandlers({ sent, address, kiosk }: KioskHandlerRooms): Pick<Handlers, KioskOperationName> {
  function door(): KioskDoor {
    if (!kiosk) throw new AppError('kiosk-refused', 'This is no kiosk')
    return kiosk
  }

  return {
    async 'kiosk:stay'() {
      door().stay()
      return {}
    },
    async 'kiosk:finish'() {
      door().finish()
      return {}
    },
    async 'kiosk:status-link'({ draftId }) {
      door()
      const [key, url] = await Promise.all([sent.keyOf(draftId), address.address()])
      return { link: statusLink(url, key), onThisMachineOnly: isLoopback(url) }
    },
    async 'kiosk:leave'({ pin }) {
      await door().leave(pin)
      return {}
    },
  }
}

/** Such as our own practice service: no phone gets there. */
function isLoopback(url: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname)
}
