import type { Failure } from '@shared/errors/app-error'
import { fieldProblemsOf, type FieldProblem } from '@shared/errors/field-problems'
import { TICKET_LIMITS, type TicketReceipt, ticketSchema, type TicketSituation } from '@shared/http/tickets'
import { computed, reactive, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { ask } from '../bridge/bridge'
import { useFailure } from '../failures/use-failure'
import { useProblemWords } from '../form/use-problem-words'
import { useWords } from '../locales/use-words'
import type { SummedProblem } from '../ui/ErrorSummary.vue'
import { useFormRules } from '../wizard/use-form-rules'
import { orderOfTicketField, TICKET_FIELDS, type TicketField, ticketFieldId, ticketFieldOf } from './ticket-fields'
import { ticketFromForm } from './ticket-from-form'
import { useTicketStore } from './use-ticket-store'

export interface TicketForm {
  /** The sentences that a control shows now. */
  readonly at: (field: TicketField) => readonly string[]
  readonly id: (field: TicketField) => string
  /** The person has been there: from now on the field may complain. */
  readonly touch: (field: TicketField) => void
  readonly isComplete: ComputedRef<boolean>
  /** After a refusal, here or by the service: what is still wrong. */
  readonly summary: ComputedRef<readonly SummedProblem[]>
  /** What went wrong that belongs to no field. */
  readonly failure: ComputedRef<Failure | undefined>
  readonly isSending: Readonly<ShallowRef<boolean>>
  /** Shows every problem and says whether there is none. */
  readonly check: () => boolean
  /** Gives the receipt once the service has the ticket; what was typed is forgotten then, and only then. */
  readonly submit: () => Promise<TicketReceipt | undefined>
}

/** After these the captcha is spent or refused: another one has to be validated. */
const CAPTCHA_IS_OVER: readonly Failure['code'][] = ['captcha-token-invalid', 'captcha-rejected', 'captcha-expired']

interface Placed {
  readonly field: TicketField
  readonly problem: FieldProblem
}

/** The ticket in the store against its shared schema, and its way to the service. */
export function useTicketForm(situation: () => TicketSituation, token: Ref<string | undefined>): TicketForm {
  const { t, language } = useWords()
  const store = useTicketStore()
  const rules = useFormRules()
  const words = useProblemWords()
  const { failure, busy, attempt } = useFailure()
  const touched = reactive(new Set<TicketField>())
  const isChecked = shallowRef<boolean>(false)
  /** What the service said, as long as the field holds what it was said of. */
  const refused = shallowRef<readonly (Placed & { readonly of: string })[]>([])

  const candidate = computed(() => ticketFromForm(store.ticket, situation(), language.value, token.value ?? 'not yet'))
  const own = computed<readonly Placed[]>(() => {
    const outcome = ticketSchema(rules.value.strictness).safeParse(candidate.value)
    return outcome.success ? [] : place(fieldProblemsOf(outcome.error, candidate.value))
  })
  const ofService = computed(() => refused.value.filter(({ field, of }) => valueAt(candidate.value, field) === of))
  const isComplete = computed<boolean>(() => own.value.length === 0)
  const shown = computed<readonly Placed[]>(() => {
    const mine = own.value.filter(({ field }) => isChecked.value || touched.has(field) || isTooLong(field))
    return [...mine, ...ofService.value.filter((said) => mine.every(({ field }) => field !== said.field))]
  })

  /** Whoever pastes a book hears of it at once, not when they leave the field. */
  function isTooLong(field: TicketField): boolean {
    return field === '/description' && store.ticket.description.length > TICKET_LIMITS.description
  }

  function sentence({ field, problem }: Placed): string {
    return field === '/registrationReference' && problem.code === 'malformed' ? t('support.ticket.referenceMalformed') : words.sentence(problem)
  }

  async function submit(): Promise<TicketReceipt | undefined> {
    const parsed = ticketSchema(rules.value.strictness).safeParse(candidate.value)
    if (!parsed.success || token.value === undefined) return undefined
    const receipt = await attempt(() => ask('ticket:submit', parsed.data))
    if (receipt) store.leave()
    return receipt
  }

  watch(failure, (met) => {
    if (met && CAPTCHA_IS_OVER.includes(met.code)) token.value = undefined
    refused.value = place(met?.problems ?? []).map((placed) => ({ ...placed, of: valueAt(candidate.value, placed.field) }))
  }, { flush: 'sync' })

  return {
    at: (field) => shown.value.filter((placed) => placed.field === field).map(sentence),
    id: ticketFieldId,
    touch: (field) => void touched.add(field),
    isComplete,
    summary: computed(() => {
      const summed = isChecked.value ? shown.value : ofService.value
      return summed
        .toSorted((a, b) => orderOfTicketField(a.field) - orderOfTicketField(b.field))
        .map((placed) => ({ fieldId: ticketFieldId(placed.field), label: t(TICKET_FIELDS[placed.field]), sentence: sentence(placed) }))
    }),
    failure: computed(() => (refused.value.length > 0 ? undefined : failure.value)),
    isSending: busy,
    check() {
      isChecked.value = true
      return isComplete.value
    },
    submit,
  }
}

/** One problem a control, the first that was found. */
function place(problems: readonly FieldProblem[]): readonly Placed[] {
  const placed = new Map<TicketField, FieldProblem>()
  for (const problem of problems) {
    const field = ticketFieldOf(problem.pointer)
    if (field && !placed.has(field)) placed.set(field, problem)
  }
  return [...placed].map(([field, problem]) => ({ field, problem }))
}

function valueAt(ticket: unknown, pointer: string): string {
  const value = pointer.split('/').slice(1).reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], ticket)
  return typeof value === 'string' ? value : ''
}
