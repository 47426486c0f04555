import { describe, expect, it } from 'vitest'
import { exitCodeOf, PROTECTION_NAMES, PROTECTION_WORDS, writeReport, type Protection } from '@main/kiosk/self-test/protections'
import { checkSystem, type SystemProbes } from '@main/kiosk/self-test/system-checks'

const TMPFS = 0x01021994

/** A Linux machine that was set up as docs/kiosk.md says. */
const KIOSK_FILES: Readonly<Record<string, string>> = {
  '/proc/self/status': 'Name:\tparvis\nPPid:\t812\n',
  '/proc/812/status': 'Name:\tcage\nPPid:\t1\n',
  '/proc/1/status': 'Name:\tsystemd\nPPid:\t0\n',
  '/proc/swaps': 'Filename\tType\tSize\tUsed\tPriority\n',
  '/proc/self/limits': 'Limit  Soft Limit  Hard Limit  Units\nMax core file size         0                    0                    bytes\n',
  '/etc/systemd/logind.conf.d/parvis-kiosk.conf': '[Login]\nNAutoVTs=0\nReserveVT=0\n',
  '/etc/modprobe.d/parvis-kiosk.conf': 'install usb-storage /bin/false\n',
  '/etc/parvis/policy.json': '{}',
  '/dev/tty2': '',
}

function machine(change: Partial<SystemProbes> & { readonly files?: Readonly<Record<string, string | undefined>> } = {}): SystemProbes {
  const files = { ...KIOSK_FILES, ...change.files }
  return {
    platform: 'linux', uid: 998, profileFolder: '/run/parvis-kiosk/config/Parvis', policyFile: '/etc/parvis/policy.json',
    readText: (path) => files[path],
    isThere: (path) => files[path] !== undefined,
    isWritable: () => false,
    fileSystemType: () => TMPFS,
    run: async () => 'parvis-kiosk\n',
    ...change,
  }
}

async function notHolding(probes: SystemProbes): Promise<Record<string, string>> {
  return Object.fromEntries((await checkSystem(probes)).filter(({ finding }) => finding !== 'holds').map(({ name, finding }) => [name, finding]))
}

describe('what the self-test sees of a Linux machine', () => {
  it('holds all where it was set up as the document says', async () => {
    expect(await notHolding(machine())).toEqual({})
  })

  it.each<[string, Parameters<typeof machine>[0], Record<string, string>]>([
    ['the user is root', { uid: 0 }, { 'ordinary-user': 'open' }],
    ['the user may become root', { run: async () => 'parvis-kiosk sudo' }, { 'ordinary-user': 'open' }],
    ['a desktop runs around it', { files: { '/proc/812/status': 'Name:\tgnome-shell\nPPid:\t1\n' } }, { 'own-session': 'open' }],
    ['the profile is on a disk', { fileSystemType: () => 0xef53 }, { 'profile-in-memory': 'open' }],
    ['memory is swapped', { files: { '/proc/swaps': 'Filename\n/dev/sda3 partition 8388604 0 -2\n' } }, { 'no-swap': 'open' }],
    ['memory is swapped into memory', { files: { '/proc/swaps': 'Filename\n/dev/zram0 partition 8388604 0 100\n' } }, {}],
    ['dumps are written', { files: { '/proc/self/limits': 'Max core file size         0                    unlimited            bytes\n' } }, { 'no-dumps': 'open' }],
    ['there are other consoles', { files: { '/etc/systemd/logind.conf.d/parvis-kiosk.conf': '[Login]\n#NAutoVTs=0\nReserveVT=0\n' } }, { 'no-consoles': 'open' }],
    ['a stick is taken', { files: { '/sys/module/usb_storage': '' } }, { 'no-usb-storage': 'open' }],
    ['the policy file can be changed', { isWritable: (path) => path.endsWith('policy.json') }, { 'policy-is-safe': 'open' }],
    ['the folder of the policy file can be changed', { isWritable: (path) => path === '/etc/parvis' }, { 'policy-is-safe': 'open' }],
    ['there is no policy file', { files: { '/etc/parvis/policy.json': undefined } }, { 'policy-is-safe': 'open' }],
    ['the system says nothing', { run: async () => undefined, files: { '/proc/swaps': undefined, '/proc/self/limits': undefined }, fileSystemType: () => undefined }, { 'ordinary-user': 'unknown', 'profile-in-memory': 'unknown', 'no-swap': 'unknown', 'no-dumps': 'unknown' }],
  ])('%s', async (_what, change, expected) => {
    expect(await notHolding(machine(change))).toEqual(expected)
  })
})

it('asks Windows in the words of Windows', async () => {
  const answers: Readonly<Record<string, string>> = {
    whoami: 'BUILTIN\\Utilisateurs  Alias  S-1-5-32-545', powershell: '<AssignedAccessConfiguration>…Parvis.exe…', sc: 'STATE : 4  RUNNING',
    'reg ClearPageFileAtShutdown': 'REG_DWORD 0x1', 'reg Disabled': 'REG_DWORD 0x1', 'reg Start': 'REG_DWORD 0x4',
  }
  const run = async (program: string, args: readonly string[]): Promise<string | undefined> => answers[program === 'reg' ? `reg ${args.at(-1)!}` : program]
  const policyFile = 'C:\\ProgramData\\Parvis\\policy.json'
  const windows = { platform: 'win32' as const, uid: undefined, policyFile, isThere: () => true }
  expect(await notHolding(machine({ ...windows, run }))).toEqual({ 'profile-in-memory': 'unknown' })
  const bare = await notHolding(machine({ ...windows, run: async (program) => (program === 'whoami' ? 'BUILTIN\\Administrateurs  S-1-5-32-544' : program === 'powershell' ? '' : undefined) }))
  expect(bare).toMatchObject({ 'ordinary-user': 'open', 'own-session': 'open', 'keyboard-filter': 'open', 'no-dumps': 'open', 'no-usb-storage': 'unknown' })
})

describe('the report', () => {
  const found: readonly Protection[] = [
    { layer: 'app', name: 'keys', finding: 'holds' },
    { layer: 'system', name: 'no-swap', finding: 'open' },
    { layer: 'system', name: 'no-dumps', finding: 'unknown' },
  ]

  it.each(['fr', 'en'] as const)('says what holds, and of the rest what to do (%s)', (language) => {
    const report = writeReport(found, language)
    for (const { name, finding } of found) {
      const [what, remedy] = PROTECTION_WORDS[language][name]
      expect(report).toContain(what)
      expect(report.includes(remedy)).toBe(finding !== 'holds')
    }
  })

  it('has an exit code that a script can use', () => {
    expect([exitCodeOf(found), exitCodeOf([found[0]!, found[2]!]), exitCodeOf([found[0]!])]).toEqual([1, 2, 0])
  })

  it('has words for everything, in French with its spaces', () => {
    for (const language of ['fr', 'en'] as const) expect(Object.keys(PROTECTION_WORDS[language]).sort()).toEqual([...PROTECTION_NAMES].sort())
    expect(JSON.stringify(PROTECTION_WORDS.fr)).not.toMatch(/ [:;?!»]|« /)
  })
})
