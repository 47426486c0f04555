import { AxeBuilder } from '@axe-core/playwright'
import type { LaunchOptions, Page } from '@playwright/test'

/** Debian's browser, kept from talking to anybody but the service under test. */
export const DEBIAN_CHROMIUM: LaunchOptions = {
  executablePath: '/usr/bin/chromium',
  args: ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--no-default-browser-check'],
}

/** What axe finds on the page as it stands, one line a finding. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`))
}
