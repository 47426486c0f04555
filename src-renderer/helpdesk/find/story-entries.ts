import type { RegistrationStory } from '@shared/http/support'

export type StoryEntry =
  | { readonly is: 'event'; readonly at: string; readonly event: RegistrationStory['timeline'][number]['event'] }
  | { readonly is: 'mail'; readonly at: string; readonly mail: RegistrationStory['mails'][number] }
  | { readonly is: 'link'; readonly at: string; readonly link: RegistrationStory['links'][number] }

/** What causes comes before what it causes, when both carry the same time. */
const ORDER = { event: 0, link: 1, mail: 2 } as const

/** Everything that happened to a registration, its mails and its links, as one story from the first day on. */
export function storyEntries({ timeline, mails, links }: Pick<RegistrationStory, 'timeline' | 'mails' | 'links'>): readonly StoryEntry[] {
  const all: StoryEntry[] = [
    ...timeline.map(({ at, event }) => ({ is: 'event', at, event }) as const),
    ...mails.map((mail) => ({ is: 'mail', at: mail.queuedAt, mail }) as const),
    ...links.map((link) => ({ is: 'link', at: link.createdAt, link }) as const),
  ]
  return all.sort((one, other) => Date.parse(one.at) - Date.parse(other.at) || ORDER[one.is] - ORDER[other.is])
}
