import { useRouter } from 'vue-router'
import { useWords } from '../locales/use-words'
import { useTicketStore } from './use-ticket-store'

/** Opens a ticket about a mail that did not come, with what is known of the registration filled in already. */
export function useNoMailTicket(): (known: { readonly email: string; readonly reference: string | undefined }) => Promise<unknown> {
  const { t } = useWords()
  const router = useRouter()
  const store = useTicketStore()

  return ({ email, reference }) => {
    store.prefill({ email, registrationReference: reference ?? '', subject: t('support.noMail.title') })
    return router.push({ name: 'ticket', query: { situation: 'connection-problem' } })
  }
}
