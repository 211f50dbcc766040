const mostBytes = 16 * 2 ** 20
const deepest = 16

/**
 * Refuses manifests that would only keep a reader busy: the library copies each box with all that is in it, so depth and length are held
 * down before it looks.
 *
 * throws: RangeError with a sentence
 */
export function checkBoxes(jumbf: Uint8Array): void {
  if (jumbf.length > mostBytes)
    throw new RangeError(`the manifest has ${jumbf.length} bytes, more than ${mostBytes}`)
  const view = new DataView(jumbf.buffer, jumbf.byteOffset, jumbf.length)
  // Without recursion: how deep it goes is what is in question.
  const inside: number[] = []
  for (let at = 0; at + 8 <= jumbf.length;) {
    while (inside.length > 0 && at >= inside.at(-1)!) inside.pop()
    const length = view.getUint32(at)
    const type = view.getUint32(at + 4)
    if (length < 8 || at + length > (inside.at(-1) ?? jumbf.length))
      throw new RangeError('the manifest holds a box with an impossible length')
    if (type !== 0x6a756d62) {
      at += length
      continue
    }
    inside.push(at + length)
    if (inside.length > deepest) throw new RangeError(`the manifest has boxes more than ${deepest} deep`)
    at += 8
  }
}
