import type { PasswordLack } from '@shared/password/password-rule'
import type { Words } from '../locales/use-words'

/** What a candidate lacks, as a sentence. */
export function sayLack(lack: PasswordLack, { t, language }: Words): string {
  if (lack.code !== 'password-too-few-classes') return t(`activation.password.lack.${lack.code}`, { ...lack })
  const names = lack.absent.map((name) => t(`activation.password.class.${name}`))
  const absent = new Intl.ListFormat(language.value, { type: 'disjunction' }).format(names)
  return t('activation.password.lack.password-too-few-classes', { required: lack.required, absent })
}
