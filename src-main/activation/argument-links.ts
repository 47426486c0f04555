import { readDeepLink } from '@shared/activation/activation-link'

const DEEP_LINK_PREFIX = 'parvis:'
const LONGEST_LINK = 512
const MOST_LINKS = 8

/** The arguments that look like a link for Parvis, as a second instance hands them over: little, and nothing else. */
export function linkArguments(argv: readonly string[]): readonly string[] {
  return argv
    .filter((argument) => argument.length <= LONGEST_LINK && argument.toLowerCase().startsWith(DEEP_LINK_PREFIX))
    .slice(0, MOST_LINKS)
}

/**
 * The activation token that a list of arguments carries, when exactly one of them is our link.
 * None or several is `undefined`: a guess would set the password of somebody else's account.
 */
export function tokenInArguments(argv: readonly string[]): string | undefined {
  const tokens = argv.map(readDeepLink).filter((token) => token !== undefined)
  return tokens.length === 1 ? tokens[0] : undefined
}
