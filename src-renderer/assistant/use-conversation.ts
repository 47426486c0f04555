import type { DraftId } from '@shared/registration/draft'
import type { TicketSituation } from '@shared/http/tickets'
import { computed, nextTick, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { useRoute, useRouter, type RouteLocationRaw } from 'vue-router'
import { useServiceStore } from '../app/use-service-store'
import { useWords } from '../locales/use-words'
import { useTicketStore } from '../support/use-ticket-store'
import { asksForFacts, BEGINNING, goOnWith, noteSent, say, stepBack } from './conversation'
import type { ChoiceName, Facts } from './decision-tree'
import { registrationOnScreen } from './registration-on-screen'
import { ticketOfConversation } from './ticket-of-conversation'
import { useAssistantStore } from './use-assistant-store'
import { useKnownRegistration, type KnownRegistration } from './use-known-registration'

export interface Talk extends KnownRegistration {
  /** What the sentences of the assistant are filled in with. */
  readonly params: ComputedRef<Readonly<Record<'email' | 'sender' | 'reference', string>>>
  readonly begin: () => void
  readonly startAgain: () => void
  readonly back: () => void
  readonly choose: (choice: ChoiceName) => Promise<void>
  readonly chooseRegistration: (id: DraftId) => Promise<void>
  /** A link has gone out from here. */
  readonly noteSent: () => void
  /** The panel closes because another screen comes up: the focus is that screen's. */
  readonly isLeaving: ShallowRef<boolean>
  readonly leave: () => Promise<void>
  readonly leaveFor: (place: RouteLocationRaw) => Promise<void>
  readonly leaveForTicket: (situation: TicketSituation) => Promise<void>
}

/** The conversation of the panel: what is said goes into the store, what has to be known for it is asked. */
export function useConversation(): Talk {
  const { t } = useWords()
  const route = useRoute()
  const router = useRouter()
  const store = useAssistantStore()
  const tickets = useTicketStore()
  const service = useServiceStore()
  const known = useKnownRegistration()
  const { draft, isLooking, look } = known
  const isLeaving = shallowRef<boolean>(false)

  const params = computed(() => ({
    email: draft.value?.content.person.connectionEmail ?? '',
    reference: draft.value?.receipt?.reference ?? '',
    sender: (service.service.state === 'ready' ? service.service.mailFrom : undefined) ?? t('assistant.senderUnknown'),
  }))

  function startAgain(): void {
    store.concern(registrationOnScreen(route))
    store.goTo(BEGINNING)
  }

  /** Goes on where one was, unless another registration is on the screen now. */
  function begin(): void {
    const onScreen = registrationOnScreen(route)
    if (store.conversation.length === 0 || (onScreen && onScreen !== store.draftId)) startAgain()
    else if (store.draftId && !draft.value) void look()
  }

  async function choose(choice: ChoiceName): Promise<void> {
    if (isLooking.value) return
    const before = store.conversation
    const facts: Facts = asksForFacts(before, choice) ? await look() : (before.at(-1)?.facts ?? { is: 'none' })
    // Closed, stepped back or begun anew meanwhile: then nobody waits for this answer.
    if (store.conversation === before) store.goTo(say(before, choice, facts))
  }

  async function chooseRegistration(id: DraftId): Promise<void> {
    const before = store.conversation
    store.concern(id)
    const facts = await look()
    if (store.conversation === before) store.goTo(goOnWith(before, facts))
  }

  /** The focus goes back to what opened the panel, unless another screen comes up. */
  async function leave(isElsewhere = true): Promise<void> {
    isLeaving.value = isElsewhere
    store.setOpen(false)
    await nextTick()
  }

  async function leaveFor(place: RouteLocationRaw): Promise<void> {
    await leave(router.resolve(place).path !== route.path)
    await router.push(place)
  }

  async function leaveForTicket(situation: TicketSituation): Promise<void> {
    await known.readAgain()
    tickets.prefill(ticketOfConversation(store.conversation, { email: draft.value?.content.person.connectionEmail, reference: draft.value?.receipt?.reference }, t))
    await leaveFor({ name: 'ticket', query: { situation } })
  }

  return {
    ...known, params, begin, startAgain, choose, chooseRegistration, isLeaving, leave, leaveFor, leaveForTicket,
    noteSent: () => { store.goTo(noteSent(store.conversation)) },
    back: () => { store.goTo(stepBack(store.conversation)) },
  }
}
