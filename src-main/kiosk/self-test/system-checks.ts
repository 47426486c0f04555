import type { Finding, Protection, ProtectionName } from './protections'

/** What the checks look at, as a port. */
export interface SystemProbes {
  readonly platform: NodeJS.Platform
  readonly uid: number | undefined
  readonly profileFolder: string
  readonly policyFile: string
  /** `undefined` where there is no such file, or it may not be read. */
  readonly readText: (path: string) => string | undefined
  readonly isThere: (path: string) => boolean
  readonly isWritable: (path: string) => boolean
  /** The type of the file system under a path, as `statfs` numbers it. */
  readonly fileSystemType: (path: string) => number | undefined
  /** What a program of the system says; `undefined` where it fails. */
  readonly run: (program: string, args: readonly string[]) => Promise<string | undefined>
}

type Check = (probes: SystemProbes) => Finding | Promise<Finding>

const TMPFS = 0x01021994
const RAMFS = 0x858458f6
/** Compositors that show one program and offer no way to another. */
const KIOSK_SESSIONS = ['cage', 'gnome-kiosk', 'ubuntu-frame', 'weston']
const ADMINISTRATORS = ['sudo', 'wheel', 'admin', 'root']

const holdsIf = (isSo: boolean | undefined): Finding => (isSo === undefined ? 'unknown' : isSo ? 'holds' : 'open')

const LINUX: Partial<Record<ProtectionName, Check>> = {
  async 'ordinary-user'({ uid, run }) {
    if (uid === 0) return 'open'
    const groups = await run('id', ['-nG'])
    return holdsIf(groups === undefined ? undefined : !groups.trim().split(/\s+/).some((group) => ADMINISTRATORS.includes(group)))
  },
  'own-session': ({ readText }) => holdsIf(ancestorsOf(readText).some((name) => KIOSK_SESSIONS.includes(name))),
  'profile-in-memory': ({ fileSystemType, profileFolder }) => {
    const type = fileSystemType(profileFolder)
    return holdsIf(type === undefined ? undefined : type === TMPFS || type === RAMFS)
  },
  'no-swap': ({ readText }) => {
    const swaps = readText('/proc/swaps')
    // The first line is the heading. What is in memory itself (zram) writes nothing to the disk.
    return holdsIf(swaps === undefined ? undefined : swaps.trim().split('\n').slice(1).every((line) => line.startsWith('/dev/zram')))
  },
  'no-dumps': ({ readText }) => {
    const limits = /^Max core file size\s+(\S+)\s+(\S+)/m.exec(readText('/proc/self/limits') ?? '')
    return holdsIf(limits === null ? undefined : limits[1] === '0' && limits[2] === '0')
  },
  'no-consoles': ({ readText, isThere }) => {
    const login = ['/etc/systemd/logind.conf.d/parvis-kiosk.conf', '/etc/systemd/logind.conf'].map(readText).join('\n')
    const display = readText('/etc/X11/xorg.conf.d/90-parvis-kiosk.conf') ?? ''
    return holdsIf((/^\s*NAutoVTs\s*=\s*0/m.test(login) && /^\s*ReserveVT\s*=\s*0/m.test(login)) || /DontVTSwitch"\s+"?(on|true|1)/i.test(display) || !isThere('/dev/tty2'))
  },
  'no-usb-storage': ({ readText, isThere }) => {
    const isRefused = /^\s*(install usb-storage \/bin\/(false|true)|blacklist usb-storage)/m.test(readText('/etc/modprobe.d/parvis-kiosk.conf') ?? '')
    return holdsIf(isRefused && !isThere('/sys/module/usb_storage'))
  },
}

const WINDOWS: Partial<Record<ProtectionName, Check>> = {
  async 'ordinary-user'({ run }) {
    // The group of administrators, by the number that is the same in every language.
    const groups = await run('whoami', ['/groups'])
    return holdsIf(groups === undefined ? undefined : !groups.includes('S-1-5-32-544'))
  },
  async 'own-session'({ run }) {
    const shell = await run('powershell', ['-NoProfile', '-Command', '(Get-CimInstance -Namespace root/cimv2/mdm/dmmap -ClassName MDM_AssignedAccess).Configuration'])
    return holdsIf(shell === undefined ? undefined : /Parvis/i.test(shell))
  },
  'profile-in-memory': () => 'unknown',
  async 'no-swap'({ run }) {
    const said = await run('reg', ['query', 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Memory Management', '/v', 'ClearPageFileAtShutdown'])
    return holdsIf(said === undefined ? undefined : /0x1\b/.test(said))
  },
  async 'no-dumps'({ run }) {
    const said = await run('reg', ['query', 'HKLM\\SOFTWARE\\Microsoft\\Windows\\Windows Error Reporting', '/v', 'Disabled'])
    return holdsIf(said !== undefined && /0x1\b/.test(said))
  },
  async 'no-usb-storage'({ run }) {
    const said = await run('reg', ['query', 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\USBSTOR', '/v', 'Start'])
    return holdsIf(said === undefined ? undefined : /0x4\b/.test(said))
  },
  async 'keyboard-filter'({ run }) {
    const said = await run('sc', ['query', 'MsKeyboardFilter'])
    return holdsIf(said !== undefined && /RUNNING/.test(said))
  },
}

const EVERYWHERE: Partial<Record<ProtectionName, Check>> = {
  'policy-is-safe': ({ policyFile, isThere, isWritable }) => holdsIf(isThere(policyFile) && !isWritable(policyFile) && !isWritable(policyFile.replace(/[\\/][^\\/]+$/, ''))),
}

/** Looks at what the operating system protects. What a system has no such thing for is not in its list. */
export async function checkSystem(probes: SystemProbes): Promise<readonly Protection[]> {
  const own = probes.platform === 'linux' ? LINUX : probes.platform === 'win32' ? WINDOWS : {}
  return Promise.all(
    Object.entries({ ...own, ...EVERYWHERE }).map(async ([name, check]) => ({ layer: 'system' as const, name: name as ProtectionName, finding: await check(probes) })),
  )
}

/** The programs that started this one, nearest first. */
function ancestorsOf(readText: SystemProbes['readText']): readonly string[] {
  const names: string[] = []
  for (let pid = 'self', steps = 0; pid !== '0' && steps < 32; steps += 1) {
    const status = readText(`/proc/${pid}/status`) ?? ''
    names.push(/^Name:\s*(.+)$/m.exec(status)?.[1] ?? '')
    pid = /^PPid:\s*(\d+)$/m.exec(status)?.[1] ?? '0'
  }
  return names.slice(1)
}
