import { useRouter } from 'vue-router'
import { listen } from '../bridge/bridge'

/** Brings the person to what a notice on the desktop was about, once it was clicked. For the root component, once. */
export function useWantedRegistrations(): void {
  const router = useRouter()
  listen('registration:wanted', ({ draftId }) => void router.push(draftId === undefined ? { name: 'home' } : { name: 'summary', params: { draftId } }))
}
