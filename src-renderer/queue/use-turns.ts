import type { Failure } from '@shared/errors/app-error'
import type { DraftId } from '@shared/registration/draft'
import { computed, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { isWorthRetrying } from '../failures/is-worth-retrying'
import { useWords } from '../locales/use-words'
import { useQueue } from './use-queue'
import { useQueueStore } from './use-queue-store'

export interface TurnNote {
  readonly kind: 'info' | 'warning'
  readonly text: string
}

/** After these another captcha does it; nothing else is wrong. */
const CAPTCHA_IS_OVER: readonly Failure['code'][] = ['captcha-token-invalid', 'captcha-rejected', 'captcha-expired']

/** One registration's turn after the other: a validated captcha is spent at once on the one whose turn it is. */
export function useTurns(): {
  token: Ref<string | undefined>
  /** Grows when the same registration wants another captcha. */
  round: ShallowRef<number>
  isSending: ComputedRef<boolean>
  sendingName: ShallowRef<string | undefined>
  /** What became of the last one, where that is not a receipt. */
  note: ShallowRef<TurnNote | undefined>
  failure: ComputedRef<Failure | undefined>
  /** There is a captcha already for the one whose turn it is: the service was never asked about it. */
  canSpendAgain: ComputedRef<boolean>
  spendAgain: () => void
} {
  const { t } = useWords()
  const store = useQueueStore()
  const { failure, send } = useQueue()
  const token = shallowRef<string>()
  const round = shallowRef<number>(0)
  const sendingName = shallowRef<string>()
  const note = shallowRef<TurnNote>()
  const unspent = shallowRef<{ readonly draftId: DraftId; readonly captchaToken: string }>()
  const isCaptchaOver = computed<boolean>(() => failure.value !== undefined && CAPTCHA_IS_OVER.includes(failure.value.code))

  async function spend(captchaToken: string): Promise<void> {
    const current = store.queue?.current
    if (!current || sendingName.value !== undefined) return
    sendingName.value = current.personName
    note.value = undefined
    const outcome = await send(current.draftId, captchaToken)
    note.value = noteOn(outcome, current.personName)
    // What nobody has judged costs no new captcha.
    unspent.value = failure.value && isWorthRetrying(failure.value.code) ? { draftId: current.draftId, captchaToken } : undefined
    token.value = undefined
    round.value += 1
    sendingName.value = undefined
  }

  const canSpendAgain = computed<boolean>(() => unspent.value !== undefined && unspent.value.draftId === store.queue?.current?.draftId)

  function spendAgain(): void {
    if (unspent.value && canSpendAgain.value) void spend(unspent.value.captchaToken)
  }

  function noteOn(outcome: Awaited<ReturnType<typeof send>>, name: string): TurnNote | undefined {
    if (outcome === 'waiting') return { kind: 'warning', text: t('queue.send.waiting', { name }) }
    if (outcome === 'needs-attention') return { kind: 'warning', text: t('queue.send.attention', { name }) }
    return isCaptchaOver.value ? { kind: 'info', text: t('queue.send.another') } : undefined
  }

  watch(token, (next) => {
    if (next !== undefined) void spend(next)
  })

  return {
    token, round, sendingName, note, canSpendAgain, spendAgain,
    isSending: computed(() => sendingName.value !== undefined),
    failure: computed(() => (isCaptchaOver.value ? undefined : failure.value)),
  }
}
