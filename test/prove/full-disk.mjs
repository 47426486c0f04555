import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeSync, openSync, closeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { newProfile, startParvis } from './driven-parvis.mjs'
import { inPage } from './numbered-saves.mjs'

const DISK_MIB = 64
/** An account that nothing on the machine belongs to. */
const NOBODY = 65_534

/** A disk of its own in memory, small enough to be filled. `undefined`, with the reason, where this user may not mount one. */
export function mountSmallDisk() {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-disk-'))
  const { status, stderr, error } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MIB}m,mode=0700`, 'tmpfs', folder], { encoding: 'utf8' })
  if (status !== 0) {
    rmSync(folder, { recursive: true, force: true })
    return { disk: undefined, reason: (error?.message ?? stderr).trim() || 'mount refused' }
  }
  const filler = join(folder, 'filler')
  const succeeds = (program, ...args) => spawnSync(program, args).status === 0
  return {
    disk: {
      folder,
      /** Until not one more byte goes on it. */
      fill() {
        const file = openSync(filler, 'a')
        for (const size of [2 ** 20, 4096, 1]) {
          const bytes = Buffer.alloc(size, 1)
          try {
            for (;;) writeSync(file, bytes)
          } catch (error) {
            if (error.code !== 'ENOSPC') throw error
          }
        }
        closeSync(file)
      },
      free: () => rmSync(filler, { force: true }),
      /** One folder on it, for everybody; the rest stays as it is, because Chromium has files open there. */
      readOnly: (part) => succeeds('mount', '--bind', part, part) && succeeds('mount', '-o', 'remount,bind,ro', part),
      writable: (part) => succeeds('umount', '-l', part),
      unmount() {
        spawnSync('umount', ['-l', folder])
        rmSync(folder, { recursive: true, force: true })
      },
    },
  }
}

/** Runs in the page: one save of a number, how long its answer took, and what it said. */
async function saveOnce({ draftId, number }) {
  const began = performance.now()
  const answer = await window['parvis'].ask['draft:save']({ draftId, content: numbered(number) })
  return { ms: performance.now() - began, ok: answer.ok, code: answer.ok ? undefined : answer.failure.code }
}

/** Runs in the page. */
async function createOnce() {
  const answer = await window['parvis'].ask['draft:create']({ locale: 'fr' })
  if (!answer.ok) throw new Error(answer.failure.code)
  return answer.value.id
}

/* global numbered -- what runs in the page has the functions of numbered-saves.mjs beside it */

const save = (parvis, draftId, number) => parvis.evaluate(inPage(`(${saveOnce})(${JSON.stringify({ draftId, number })})`))
const create = (parvis) => parvis.evaluate(inPage(`(${createOnce})()`))

/**
 * The real application with its whole profile on a disk that is filled, freed, made read-only and made writable again, with
 * saves at each; then killed and started again. Gives every answer, and what is wrong.
 */
export async function saveOnSmallDisk(machine, disk, savesEach) {
  const profile = newProfile(disk.folder)
  const [answers, faults] = [[], []]
  let [number, acknowledged] = [0, 0]
  const parvis = startParvis(machine, profile.folder)
  parvis.mayTakeLonger()
  const draftId = await create(parvis)
  const saves = async (when, expected) => {
    for (let round = 0; round < savesEach; round += 1) {
      if (when === 'full') disk.fill()
      number += 1
      const answer = await save(parvis, draftId, number)
      answers.push({ when, ...answer })
      if (answer.ok) acknowledged = number
      if (answer.ms > 1_000) faults.push(`${when}: ${Math.round(answer.ms)} ms until it said so`)
      if (!answer.ok && answer.code !== expected) faults.push(`${when}: said ${answer.code}`)
      if (answer.ok && when === 'read-only') faults.push('read-only: a false Saved')
    }
  }
  try {
    await saves('well')
    await saves('full', 'disk-full')
    disk.free()
    await saves('freed')
    const drafts = join(profile.folder, 'drafts')
    if (disk.readOnly(drafts)) await saves('read-only', 'disk-refused')
    else faults.push('the folder of drafts could not be made read-only')
    disk.writable(drafts)
    await saves('writable again')
    disk.fill()
    await parvis.kill()
    disk.free()
    const next = startParvis(machine, profile.folder)
    const { drafts: found, unreadable } = await next.evaluate(inPage('readAll()'))
    if (!(found[draftId]?.number >= acknowledged)) faults.push(`a false Saved: acknowledged ${acknowledged}, found ${found[draftId]?.number}`)
    if (unreadable.length > 0) faults.push(`${unreadable.length} unreadable`)
    await next.close()
  } finally {
    await parvis.kill()
  }
  return { answers, faults }
}

/** The same application as an ordinary user, whose folder of drafts is taken from it and given back. `undefined` where this user cannot become another. */
export async function saveInForeignFolder(machine, savesEach) {
  if (process.getuid?.() !== 0) return { reason: 'only root can start it as somebody else' }
  const profile = newProfile()
  const home = mkdtempSync(join(tmpdir(), 'parvis-home-'))
  const env = { ...machine.env, HOME: home, XDG_RUNTIME_DIR: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home }
  // No bus of root's lets another user in: the drafts live behind the way without a keychain, chosen as a person chooses it.
  delete env.DBUS_SESSION_BUS_ADDRESS
  const [answers, faults] = [[], []]
  try {
    // The display's password is for this user alone, too.
    if (env.XAUTHORITY) {
      copyFileSync(env.XAUTHORITY, join(home, 'authority'))
      env.XAUTHORITY = join(home, 'authority')
    }
    // Root's own folders are closed to others: Electron is put where anybody may run it.
    const electron = join(home, 'electron')
    execFileSync('cp', ['-aL', dirname(machine.electron), electron])
    for (const folder of [profile.folder, home]) execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, folder])
    const parvis = startParvis({ electron: join(electron, basename(machine.electron)), sandbox: ['--no-sandbox'], env }, profile.folder, { wrap: ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'] })
    parvis.mayTakeLonger()
    try {
      await parvis.evaluate(`window['parvis'].ask['safe:choose']({ keep: 'by-passphrase', passphrase: 'une phrase assez longue' })`)
      const draftId = await create(parvis)
      const drafts = join(profile.folder, 'drafts')
      let number = 0
      for (const [when, mode] of [['well', 0o700], ['read-only', 0o500], ['writable again', 0o700]]) {
        mkdirSync(drafts, { recursive: true })
        chmodSync(drafts, mode)
        for (let round = 0; round < savesEach; round += 1) {
          const answer = await save(parvis, draftId, ++number)
          answers.push({ when, ...answer })
          if (answer.ms > 1_000) faults.push(`${when}: ${Math.round(answer.ms)} ms until it said so`)
          if (answer.ok !== (mode === 0o700)) faults.push(`${when}: ${answer.ok ? 'a false Saved' : `said ${answer.code}`}`)
          if (mode !== 0o700 && !answer.ok && answer.code !== 'disk-refused') faults.push(`${when}: said ${answer.code}`)
        }
      }
    } finally {
      await parvis.close()
    }
  } catch (error) {
    faults.push(`it did not run as another user: ${error.message}`)
  } finally {
    await profile.forget()
    rmSync(home, { recursive: true, force: true })
  }
  return { answers, faults }
}
