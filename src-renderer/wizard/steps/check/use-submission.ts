import type { Failure } from '@shared/errors/app-error'
import type { Draft, DraftId } from '@shared/registration/draft'
import { computed, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { ask, failureOf } from '../../../bridge/bridge'
import { useProblemWords } from '../../../form/use-problem-words'
import { placeProblems } from '../../../form/use-step-form'
import type { SummedProblem } from '../../../ui/ErrorSummary.vue'
import { isHeldDraft, useDraftStore } from '../../use-draft-store'
import { useDraftSync } from '../../use-draft-sync'

/** After these the captcha is spent or refused: another one has to be validated. */
const CAPTCHA_IS_OVER: readonly Failure['code'][] = ['captcha-token-invalid', 'captcha-rejected', 'captcha-expired']

/** *Create my account*: saves, sends, and says what the service did not accept. Nothing that is typed is lost on the way. */
export function useSubmission(token: Ref<string | undefined>): {
  isSending: ShallowRef<boolean>
  failure: ShallowRef<Failure | undefined>
  refused: ComputedRef<readonly SummedProblem[]>
  /** The draft's id once the service has accepted it. */
  send: () => Promise<DraftId | undefined>
} {
  const store = useDraftStore()
  const sync = useDraftSync()
  const words = useProblemWords()
  const isSending = shallowRef<boolean>(false)
  const failure = shallowRef<Failure>()
  const refused = computed(() => words.summary(placeProblems(failure.value?.problems ?? [])))

  async function send(): Promise<DraftId | undefined> {
    const { draft } = store
    if (!draft || !token.value || isSending.value) return undefined
    isSending.value = true
    failure.value = undefined
    try {
      if (!(await sync.flush())) throw new NotSaved()
      store.adopt(await ask('registration:submit', { draftId: draft.id, captchaToken: token.value }))
      return draft.id
    } catch (thrown) {
      failure.value = thrown instanceof NotSaved ? (store.saveFailure ?? { code: 'unexpected' }) : failureOf(thrown)
      if (CAPTCHA_IS_OVER.includes(failure.value.code)) token.value = undefined
      if (failure.value.code === 'conditions-outdated') store.change({ conditions: undefined })
      return await stillOnItsWay(draft)
    } finally {
      isSending.value = false
    }
  }

  /** It may be on its way by itself, or even there, whatever this answer was: then it is shown as what it is now. */
  async function stillOnItsWay({ id }: Draft): Promise<DraftId | undefined> {
    try {
      const now = await ask('draft:open', { draftId: id })
      if (store.draft?.id === id && (now.receipt || isHeldDraft(now))) store.adopt(now)
      return now.receipt ? id : undefined
    } catch {
      return undefined
    }
  }

  return { isSending, failure, refused, send }
}

/** What is sent is what is on the disk; as long as it is not there, nothing is sent. */
class NotSaved extends Error {}
