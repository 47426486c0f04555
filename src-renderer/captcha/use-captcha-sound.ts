import type { CaptchaSound } from '@shared/ipc/answers'
import { onScopeDispose, readonly, shallowRef, type ShallowRef } from 'vue'
import { decodeBase64 } from './decode-base64'

export type SoundState = 'silent' | 'fetching' | 'playing' | 'stopped' | 'not-played'

export interface SpokenCaptcha {
  readonly state: Readonly<ShallowRef<SoundState>>
  /** Fetches the sound and plays it from its beginning. Rejects when it could not be fetched. */
  readonly play: (fetchSound: () => Promise<CaptchaSound>) => Promise<void>
  readonly stop: () => void
}

/** One sound at a time, from a blob (the content policy knows no other way), stopped with its component. */
export function useCaptchaSound(): SpokenCaptcha {
  const state = shallowRef<SoundState>('silent')
  let audio: HTMLAudioElement | undefined
  let address: string | undefined

  function release(): void {
    audio?.pause()
    audio = undefined
    if (address) URL.revokeObjectURL(address)
    address = undefined
  }

  function end(as: SoundState): void {
    release()
    state.value = as
  }

  async function play(fetchSound: () => Promise<CaptchaSound>): Promise<void> {
    release()
    state.value = 'fetching'
    let recording: Blob
    try {
      const sound = await fetchSound()
      recording = new Blob([decodeBase64(sound.base64)], { type: sound.mediaType })
    } catch (thrown) {
      end('silent')
      throw thrown
    }
    // Stopped, or asked for anew, while it was being fetched.
    if (state.value !== 'fetching') return
    address = URL.createObjectURL(recording)
    const playing = new Audio(address)
    audio = playing
    playing.onended = () => end('stopped')
    playing.onerror = () => end('not-played')
    state.value = 'playing'
    try {
      await playing.play()
    } catch {
      // A sound that was stopped while it began is no failure.
      if (audio === playing) end('not-played')
    }
  }

  function stop(): void {
    if (state.value === 'playing' || state.value === 'fetching') end('stopped')
  }

  onScopeDispose(release)

  return { state: readonly(state), play, stop }
}
