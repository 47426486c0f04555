import type { Page } from '@playwright/test'
import type { RegistrationRow } from '@shared/ipc/answers'
import type { OperationName } from '@shared/ipc/operation-names'
import type { Draft } from '@shared/registration/draft'

interface Bridge {
  readonly parvis: { readonly ask: Readonly<Record<OperationName, (input: object) => Promise<{ readonly ok: boolean; readonly value: unknown }>>> }
}

/** What a person does in each of these registrations: opens it, reads the conditions and accepts them. Through the window's own bridge, for many at once. */
export async function acceptConditions(window: Page, emails: readonly string[]): Promise<void> {
  await window.evaluate(async (wanted) => {
    const { ask } = (globalThis as unknown as Bridge).parvis
    const answered = async <T>(name: OperationName, input: object): Promise<T> => {
      const answer = await ask[name](input)
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`)
      return answer.value as T
    }
    const { version } = await answered<{ version: string }>('conditions:read', { locale: 'en' })
    for (const email of wanted) {
      const { rows } = await answered<{ rows: readonly RegistrationRow[] }>('registration:list', { query: { search: email, filter: 'all', sort: 'newest' }, from: 0, count: 10 })
      const row = rows.find(({ connectionEmail }) => connectionEmail === email)
      if (!row) throw new Error(`${email} is not in the list`)
      const { content } = await answered<Draft>('draft:open', { draftId: row.draftId })
      await answered('draft:save', { draftId: row.draftId, content: { ...content, conditions: { version, acceptedAt: new Date().toISOString() } } })
    }
  }, emails)
}
