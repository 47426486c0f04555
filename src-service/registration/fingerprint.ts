import { canonicalJson } from '@shared/registration/canonical-json'
import { sha256 } from '../storage/secrets'

/** The same for the same content, in whatever order its fields were sent. */
export function fingerprintOf(content: unknown): string {
  return sha256(canonicalJson(content))
}
