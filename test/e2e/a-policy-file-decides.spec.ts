import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { helpdeskPage } from './pages/helpdesk-page'
import { screenIn } from './pages/screen'
import { electronPath, PROJECT, SANDBOX_SWITCHES } from './support/electron-path'
import { expect, test } from './support/fixtures'

test('a policy file settles the profile, against the command line, and that is said', async ({ start, userData }) => {
  const policy = join(userData, 'policy.json')
  await writeFile(policy, '\uFEFF{ "profile": "helpdesk" }')
  const { window: page } = await start({ more: [`--policy=${policy}`, '--profile=office'] })
  await expect(helpdeskPage(screenIn('en', page)).closed).toBeVisible()
  expect(await page.evaluate(() => window.parvis.ask['app:describe']({}))).toMatchObject({ ok: true, value: { profile: 'helpdesk', isProfileLocked: true } })
})

test('a policy file that cannot be obeyed keeps Parvis from starting, and it says why in both languages', async ({ userData }) => {
  const policy = join(userData, 'policy.json')
  await writeFile(policy, '{ "profile": "tablet" }')
  const child = spawn(electronPath(), [...SANDBOX_SWITCHES, `--user-data-dir=${join(userData, 'profile')}`, process.env['PARVIS_APP_FOLDER'] ?? PROJECT, `--policy=${policy}`], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (part: string) => { said += part })
  try {
    await expect.poll(() => said).toContain('policy-malformed')
    for (const words of ['Parvis ne démarre pas', 'Parvis does not start', '"profile": "tablet"', policy]) expect(said).toContain(words)
  } finally {
    child.kill('SIGKILL')
  }
})
