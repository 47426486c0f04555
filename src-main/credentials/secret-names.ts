/** Under what name a registration's access key is kept. */
export function accessKeyName(registrationId: string): string {
  return `access-key:${registrationId}`
}

/** Under what name the password of an account is kept. The person reads this name in the keychain's own program. */
export function passwordName(account: string): string {
  return `password:${account}`
}
