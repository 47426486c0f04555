export function whyNoMailServer(): string | undefined
export function startMailServer(options: { readonly boxes: Readonly<Record<string, 'maildir' | 'mbox'>>; readonly farDomain: string }): Promise<{
  readonly url: string
  readonly boxOf: (address: string) => string
  readonly log: () => string
  readonly stop: () => Promise<void>
}>
