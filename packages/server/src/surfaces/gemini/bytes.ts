/**
 * Base64 as protobuf's JSON takes it: standard or URL-safe (Python), padded or not, white space in it.
 *
 * returns: null where it is none
 */
export function fromBase64(text: string): Uint8Array | null {
  const clean = unpadded(text.replace(/\s+/g, '').replace(/-/g, '+').replace(/_/g, '/'))
  if (clean.length % 4 === 1 || /[^A-Za-z0-9+/]/.test(clean)) return null
  return new Uint8Array(Buffer.from(clean, 'base64'))
}

export const toBase64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')

/** Base64 → its URL-safe spelling without padding, as ids need it. */
export const toUrlSafe = (base64: string): string => unpadded(base64).replace(/\+/g, '-').replace(/\//g, '_')

/** No /=+$/ here: on megabytes of "=" with another letter at the end it takes hours. */
function unpadded(text: string): string {
  let end = text.length
  while (end > 0 && text[end - 1] === '=') end--
  return text.slice(0, end)
}
