/** Categories of which people and animals take a thing in their hand. */
export const HANDY: readonly string[] = [
  'tool',
  'food',
  'drink',
  'toy',
  'kitchen',
  'instrument',
  'sport',
  'electronics',
  'sign',
]
/** What is carried and not put on, of the catalogue's clothing. */
export const IN_HAND: ReadonlySet<string> = new Set(['umbrella', 'handbag', 'suitcase', 'shopping bag'])
