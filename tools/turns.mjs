import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { join } from 'node:path'
import { say } from './say.mjs'

/**
 * Does `work` while no other process that was started in this work tree does work of the same name.
 * A turn whose process has died is free again.
 */
export async function inTurn(folder, name, work) {
  mkdirSync(folder, { recursive: true })
  const turn = join(folder, `${name}.turn`)
  let told = false
  while (!take(turn)) {
    const owner = ownerOf(turn)
    if (owner !== undefined && !isAlive(owner)) rmSync(turn, { force: true })
    else {
      if (!told && owner !== undefined) say(`waiting: another run (process ${owner}) is busy with the ${name}`)
      told = true
      await pause(200)
    }
  }
  try {
    return await work()
  } finally {
    rmSync(turn, { force: true })
  }
}

/** A link appears with its content or not at all, and fails when it is there: a reader never meets an empty turn. */
function take(turn) {
  const own = `${turn}-${process.pid}`
  writeFileSync(own, String(process.pid))
  try {
    linkSync(own, turn)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(own, { force: true })
  }
}

function ownerOf(turn) {
  try {
    return Number(readFileSync(turn, 'utf8'))
  } catch {
    return undefined
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
