import { createHash } from 'node:crypto'
import type { Bitmap } from '@plantain/core'
import { Assertion, DataHashAssertion } from '@trustnxt/c2pa-ts/manifest'
import { CBORBox, type IBox } from '@trustnxt/c2pa-ts/jumbf'

export const pixelsLabel = 'org.plantain.pixels'
/** The algorithm of the invisible mark: `imaging/src/watermark`. */
export const watermarkName = 'org.plantain.watermark.1'

/** One that the library has no class for, as plain CBOR. */
class PlainAssertion extends Assertion {
  override uuid: Uint8Array = new DataHashAssertion().uuid // of any assertion that is CBOR
  readonly #content: object

  constructor(label: string, content: object) {
    super()
    this.label = label
    this.#content = content
  }
  override readContentFromJUMBF(): void {
    throw new TypeError('only written; what is read comes from its box')
  }
  override generateJUMBFBoxForContent(): IBox {
    const box = new CBORBox()
    box.content = this.#content
    return box
  }
}

/** sha-256 of width, height (32 bits each, little-endian) and the RGBA bytes, hexadecimal. */
export function hashPixels({ width, height, data }: Bitmap): string {
  const size = new DataView(new ArrayBuffer(8))
  size.setUint32(0, width, true)
  size.setUint32(4, height, true)
  return createHash('sha256').update(new Uint8Array(size.buffer)).update(data).digest('hex')
}

/**
 * What the picture looks like, apart from the file: C2PA itself signs the bytes of the file, so that after any change to it nobody could
 * say whether the picture is another one.
 */
export const pixelsAssertion = (bitmap: Bitmap): Assertion =>
  new PlainAssertion(pixelsLabel, { alg: 'sha256', hash: hashPixels(bitmap) })

/** Which mark is in the pixels, so that a copy that lost its manifest can be told to be this picture's. Source: C2PA 2.1, 18.10. */
export const watermarkAssertion = (id: string): Assertion =>
  new PlainAssertion('c2pa.soft-binding', {
    alg: watermarkName,
    blocks: [{ scope: {}, value: id }],
    pad: new Uint8Array(),
  })
