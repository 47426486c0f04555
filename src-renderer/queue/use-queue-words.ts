import type { QueueDescription } from '@shared/ipc/queue'
import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import { useWords } from '../locales/use-words'
import { situationOf, type QueueSituation } from './queue-situation'
import { useQueueStore } from './use-queue-store'

export interface QueueWords {
  readonly situation: ComputedRef<QueueSituation>
  readonly heading: ComputedRef<string>
  readonly body: ComputedRef<string>
  /** For a live region: what has just happened, and what a person is wanted for. Waiting and counting down are not news. */
  readonly said: ShallowRef<string>
}

/** The queue in sentences, in the language of the moment. */
export function useQueueWords(): QueueWords {
  const { t } = useWords()
  const store = useQueueStore()
  const said = shallowRef<string>('')

  const situation = computed<QueueSituation>(() => (store.queue ? situationOf(store.queue) : 'nothing'))
  const heading = computed<string>(() => t(`queue.state.${situation.value}.heading`))
  const body = computed<string>(() => t(`queue.state.${situation.value}.body`, { name: store.queue?.current?.personName ?? '' }))

  function newsIn(next: QueueDescription, before: QueueDescription): readonly string[] {
    const hasSent = next.sent > before.sent
    const wantsCaptcha = situationOf(next) === 'captcha' && (situationOf(before) !== 'captcha' || next.current?.draftId !== before.current?.draftId)
    return [
      ...(hasSent ? [before.current ? t('queue.said.sent', { name: before.current.personName }) : t('queue.said.sentOne')] : []),
      ...(hasSent ? [next.waiting > 0 ? t('queue.said.left', next.waiting) : t('queue.said.done')] : []),
      ...(next.needsAttention > before.needsAttention ? [t('queue.said.attention')] : []),
      ...(wantsCaptcha ? [t('queue.said.captcha', { name: next.current?.personName ?? '' })] : []),
    ]
  }

  watch(() => store.queue, (next, before) => {
    if (!next || !before) return
    const news = newsIn(next, before)
    if (news.length > 0) said.value = news.join(' ')
  })

  return { situation, heading, body, said }
}
