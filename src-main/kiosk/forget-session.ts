/** What of a session has to forget; Electron's `Session` is one. */
export interface ForgetfulSession {
  closeAllConnections(): Promise<void>
  clearData(): Promise<void>
  clearStorageData(): Promise<void>
  clearCache(): Promise<void>
  clearCodeCaches(options: object): Promise<void>
  clearAuthCache(): Promise<void>
  clearHostResolverCache(): Promise<void>
}

/**
 * Empties a session. It was in memory only, and no window will use it again; but its objects live as long as Parvis does.
 * What one of these cannot do keeps none of the others from being done.
 */
export async function forgetSession(session: ForgetfulSession): Promise<void> {
  await Promise.allSettled([
    session.closeAllConnections(),
    session.clearData(),
    session.clearStorageData(),
    session.clearCache(),
    session.clearCodeCaches({}),
    session.clearAuthCache(),
    session.clearHostResolverCache(),
  ])
}
