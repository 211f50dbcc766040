/**
 * Base64 as protobuf's JSON takes it: standard or URL-safe (Python), padded or not, white space in it.
 *
 * returns: null where it is none
 */
export function fromBase64(text: string): Uint8Array | null {
  const clean = text.replace(/\s+/g, '').replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, '')
  if (clean.length % 4 === 1 || /[^A-Za-z0-9+/]/.test(clean)) return null
  return new Uint8Array(Buffer.from(clean, 'base64'))
}

export const toBase64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
