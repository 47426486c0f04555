import type { Handlers } from '@shared/ipc/contract'
import type { Exchange } from '../exchange/exchange'

type ExchangeHandlers = Pick<Handlers, 'exchange:export' | 'exchange:choose' | 'exchange:read' | 'exchange:import'>

/** Export and import of drafts. Paths stay on this side. */
export function createExchangeHandlers(exchange: Exchange): ExchangeHandlers {
  return {
    async 'exchange:export'({ selection, passphrase }) {
      const exported = await exchange.exportDrafts(selection, passphrase)
      return exported === undefined ? {} : { exported }
    },
    async 'exchange:choose'() {
      const file = await exchange.chooseFile()
      return file ? { file } : {}
    },
    'exchange:read': ({ exchangeId, passphrase }) => exchange.read(exchangeId, passphrase),
    'exchange:import': ({ exchangeId, alreadyHere }) => exchange.importDrafts(exchangeId, alreadyHere),
  }
}
