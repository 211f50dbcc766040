import { mimeTypes, sniff } from '@plantain/codecs'

const byExtension: Readonly<Record<string, string>> = {
  json: 'application/json',
  jsonl: 'application/jsonl',
  txt: 'text/plain',
  pdf: 'application/pdf',
}

/**
 * What a file is: a picture by its first bytes, whatever was said of it; anything else as it was said, by the end of its name, or by
 * whether it is text.
 *
 * head: the first bytes of the file, some thousand if there are so many
 */
export function mediaTypeOf(head: Uint8Array, declared: string | null, name: string | null): string {
  const picture = sniff(head)
  if (picture !== null) return mimeTypes[picture]
  const type = declared?.toLowerCase().split(';')[0]!.trim() ?? ''
  if (isMediaType(type) && type !== 'application/octet-stream' && !type.endsWith('/*'))
    return type === 'image/jpg' ? 'image/jpeg' : type
  if (type === 'jsonl') return 'application/jsonl' // as Google's own examples for batches write it
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name ?? '')?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(byExtension, extension)
    ? byExtension[extension]!
    : isText(head)
      ? 'text/plain'
      : 'application/octet-stream'
}

/** Source: RFC 6838, restricted names. */
const isMediaType = (type: string): boolean =>
  /^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/([a-z0-9][a-z0-9!#$&^_.+-]{0,126}|\*)$/.test(type)

function isText(head: Uint8Array): boolean {
  if (head.length === 0 || head.includes(0)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true }) // the last letter may be cut
    return true
  } catch {
    return false
  }
}
