import type { Identity } from '@plantain/codecs/provenance'
import type { Config } from '../config.ts'
import { version } from '../version.ts'
import { openIdentity } from './identity.ts'

/** `made`: from words alone; `edited`: from a picture that somebody brought. */
export type PictureOrigin = 'made' | 'edited'

/** The last thing that is done to a file before it is handed out; what is stored is never touched. */
export interface Seal {
  /** The signed file; the file itself where signing is off. The same file has the same signature each time. */
  sign(bytes: Uint8Array, origin: PictureOrigin): Promise<Uint8Array>
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
    async sign(bytes, origin) {
      if (config.sign === 'off') return bytes
      const { signPicture } = await import('@plantain/codecs/provenance')
      return signPicture(bytes, await identity(), { generator: { name: 'Plantain', version }, origin })
    },
  }
}
