/** The domain of `Name <user@domain>` or `user@domain`: the right side of our Message-IDs. */
export function senderDomain(from: string): string {
  return /@([^\s<>@"]+)>?\s*$/u.exec(from)?.[1] ?? 'parvis.invalid'
}
