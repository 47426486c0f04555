import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

/** Who may import what. A package is named here once it is used; a new one is a decision, and this is where it is seen. */
const ZONES: Readonly<Record<string, { readonly packages: readonly (string | RegExp)[]; readonly zones: readonly (string | RegExp)[] }>> = {
  'src-shared': { packages: ['zod', 'stdnum'], zones: [] },
  'src-preload': { packages: ['electron'], zones: ['src-shared/ipc/operation-names'] },
  'src-main': { packages: ['electron', 'keytar', 'lowdb', 'zod', '@node-rs/argon2', 'csv-parse', '@e965/xlsx', 'yauzl', /^node:/], zones: [/^src-shared\//] },
  'src-renderer': {
    packages: ['vue', 'pinia', 'vue-router', 'vue-i18n', 'reka-ui', '@lucide/vue', 'tailwindcss', '@fontsource-variable/atkinson-hyperlegible-next', 'zod', '@tanstack/vue-virtual', 'qrcode'],
    zones: [/^src-shared\//],
  },
  'src-service': {
    packages: [/^node:/, 'zod', /^fastify/, /^@fastify\//, 'helmet', 'drizzle-orm', '@electric-sql/pglite', 'pg', 'pg-copy-streams', 'yauzl', '@node-rs/argon2', '@napi-rs/canvas', 'nodemailer', 'postal-mime', 'csv-parse', 'prom-client', /^@fontsource-variable\//],
    zones: [/^src-shared\/(?!ipc\/)/],
  },
}

/** Packages that serve one room and nothing else. */
const PACKAGE_ROOMS: readonly { readonly zone: string; readonly name: string; readonly room: string }[] = [
  { zone: 'src-shared', name: 'stdnum', room: 'identifiers' },
  { zone: 'src-service', name: 'prom-client', room: 'metrics' },
  { zone: 'src-renderer', name: 'qrcode', room: 'ui' },
  { zone: 'src-main', name: 'csv-parse', room: 'spreadsheet' },
  { zone: 'src-main', name: '@e965/xlsx', room: 'spreadsheet' },
  { zone: 'src-main', name: 'yauzl', room: 'spreadsheet' },
]

/** The order of rooms: each may import those of the lines above its own, never one beside or below it. */
const ROOM_ORDER: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'src-main': [
    ['platform'],
    ['credentials', 'settings', 'practice'],
    ['safe'],
    ['drafts'],
    ['submission', 'activation', 'account', 'exchange', 'spreadsheet', 'retention', 'kiosk'],
    ['ipc'],
    ['window'],
    ['app'],
    ['index.ts'],
  ],
  'src-service': [
    ['config'],
    ['storage', 'page'],
    ['mail', 'captcha', 'directory'],
    ['metrics'],
    ['registration', 'approval', 'activation', 'account', 'support'],
    ['http'],
    ['app'],
    ['server.ts'],
  ],
}

/** Rooms of the window that know nothing of registrations, and what they may look at beside themselves. */
const LOW_RENDERER_ROOMS: Readonly<Record<string, readonly string[]>> = {
  ui: ['locales', 'bridge'],
  bridge: [],
  locales: ['bridge'],
}

interface Import {
  readonly file: string
  readonly zone: string
  readonly room: string
  /** A package name or a path from the root of the tree. */
  readonly target: string
  readonly isPackage: boolean
}

const imports = Object.keys(ZONES).flatMap((zone) => sourceFiles(zone).flatMap((file) => importsOf(zone, file)))

describe('the architecture', () => {
  it.each(Object.keys(ZONES))('%s exists and imports something', (zone) => {
    expect(imports.some((found) => found.zone === zone)).toBe(true)
  })

  it('lets a zone import only what its table names', () => {
    const refused = imports.filter(({ zone, target, isPackage }) => {
      const allowed = ZONES[zone]!
      if (!isPackage && target.startsWith(`${zone}/`)) return false
      return !(isPackage ? allowed.packages : allowed.zones).some((entry) => (typeof entry === 'string' ? entry === target : entry.test(target)))
    })
    expect(refused.map(describeImport)).toEqual([])
  })

  it('keeps packages in their rooms', () => {
    const astray = imports.filter(({ zone, room, target }) => PACKAGE_ROOMS.some((rule) => rule.zone === zone && rule.name === target && rule.room !== room))
    expect(astray.map(describeImport)).toEqual([])
  })

  it.each(Object.keys(ROOM_ORDER))('%s: every room has its place in the order', (zone) => {
    const placed = ROOM_ORDER[zone]!.flat()
    const rooms = new Set(sourceFiles(zone).map((file) => roomOf(zone, file)))
    expect([...rooms].filter((room) => !placed.includes(room))).toEqual([])
  })

  it.each(Object.keys(ROOM_ORDER))('%s: a room imports lower rooms only, never a neighbour', (zone) => {
    const rank = (room: string): number => ROOM_ORDER[zone]!.findIndex((rooms) => rooms.includes(room))
    const upward = imports.filter(({ zone: from, room, target, isPackage }) => {
      if (from !== zone || isPackage || !target.startsWith(`${zone}/`)) return false
      const targetRoom = roomOf(zone, target)
      return targetRoom !== room && rank(targetRoom) >= rank(room)
    })
    expect(upward.map(describeImport)).toEqual([])
  })

  it('keeps the low rooms of the window ignorant of registrations', () => {
    const curious = imports.filter(({ zone, room, target }) => {
      const allowed = LOW_RENDERER_ROOMS[room]
      if (zone !== 'src-renderer' || !allowed || !target.startsWith('src-renderer/')) return false
      const targetRoom = roomOf(zone, target)
      return targetRoom !== room && !allowed.includes(targetRoom)
    })
    expect(curious.map(describeImport)).toEqual([])
  })

  it('has nothing that ships import a test', () => {
    expect(imports.filter(({ target }) => target.startsWith('test/')).map(describeImport)).toEqual([])
  })
})

function describeImport({ file, target }: Import): string {
  return `${file} imports ${target}`
}

function sourceFiles(zone: string): string[] {
  return readdirSync(join(ROOT, zone), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|vue)$/.test(entry.name) && !/\.(config|d)\.ts$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}

function importsOf(zone: string, file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8')
  const scripts = file.endsWith('.vue') ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '') : [text]
  return scripts
    .flatMap((script) => ts.preProcessFile(script, true, true).importedFiles)
    .map(({ fileName }) => ({ file, zone, room: roomOf(zone, file), ...targetOf(file, fileName) }))
}

function targetOf(file: string, specifier: string): Pick<Import, 'target' | 'isPackage'> {
  if (specifier.startsWith('.')) return { target: posix.join(posix.dirname(file), specifier), isPackage: false }
  const alias = /^@(shared|main|renderer|service)\/(.*)$/.exec(specifier)
  if (alias) return { target: `src-${alias[1]}/${alias[2]}`, isPackage: false }
  if (specifier.startsWith('node:')) return { target: specifier, isPackage: true }
  const parts = specifier.split('/')
  return { target: specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!, isPackage: true }
}

/** The first folder inside the zone, or the file itself when it lies at the top: `src-main/drafts/x.ts` → `drafts`. */
function roomOf(zone: string, path: string): string {
  const [room = '', ...rest] = path.slice(zone.length + 1).split('/')
  return rest.length > 0 || room.endsWith('.ts') ? room : `${room}.ts`
}
