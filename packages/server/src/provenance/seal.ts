import type { Identity } from '@plantain/codecs/provenance'
import type { Config } from '../config.ts'
import { version } from '../version.ts'
import { openIdentity } from './identity.ts'
import { watermarkId } from './watermark-id.ts'

/** `made`: from words alone; `edited`: from a picture that somebody brought. */
export type PictureOrigin = 'made' | 'edited'

/** What is known of a file when it is sealed. */
export interface Sealed {
  readonly origin: PictureOrigin
  /** Of the mark in its pixels; null: none. */
  readonly watermark: string | null
}

/** The last thing that is done to a file before it is handed out; what is stored is never touched. */
export interface Seal {
  /**
   * The id of the invisible mark that a picture gets, 8 hexadecimal digits; null where none is wanted, and for what began with a picture that
   * somebody brought: its pixels stay as they came, but for what they asked to change.
   */
  watermark(origin: PictureOrigin): Promise<string | null>
  /** The signed file; the file itself where signing is off. The same file has the same signature each time. */
  sign(bytes: Uint8Array, sealed: Sealed): Promise<Uint8Array>
  /** Resolves when all is there that the settings ask for. throws: INVALID_ARGUMENT or NOT_FOUND that names the setting to mend */
  check(): Promise<void>
}

export function createSeal(config: Config): Seal {
  let opening: Promise<Identity> | null = null
  const identity = (): Promise<Identity> => {
    opening ??= openIdentity(config)
    opening.catch(() => (opening = null)) // what was wrong may have been mended when the next picture is made
    return opening
  }
  return {
    async check() {
      if (config.sign === 'on') await identity()
    },
    watermark: async (origin) =>
      config.watermark === 'on' && origin === 'made' ? watermarkId(config) : null,
    async sign(bytes, { origin, watermark }) {
      if (config.sign === 'off') return bytes
      const { signPicture } = await import('@plantain/codecs/provenance')
      return signPicture(bytes, await identity(), {
        generator: { name: 'Plantain', version },
        origin,
        ...(watermark === null ? {} : { watermark }),
      })
    },
  }
}
