import type { SignIn } from '@shared/http/sessions'

/** Who there is in every practice service. Their passwords are published; they open nothing else. */
export const PRACTICE_ACCOUNTS = {
  manager: { connectionEmail: 'manager@practice.example', password: 'Practice-manager-2026' },
  agent: { connectionEmail: 'agent@practice.example', password: 'Practice-agent-2026' },
} as const satisfies Record<string, SignIn>

export type PracticeRole = keyof typeof PRACTICE_ACCOUNTS
