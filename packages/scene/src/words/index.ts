export { bareThing, readAsked, type Asked, type AskedThing } from './asked.ts'
export {
  naturalColors,
  notDrawn,
  tellScene,
  type Told,
  type Understood,
  type UnderstoodThing,
  WINDOWED_LANDS,
} from './extract.ts'
export {
  openLexicon,
  type LexiconFiles,
  type TextFeatures,
  type Unit,
  type UnitFeatures,
} from './features.ts'
export { surfaceOf, teller, type Entry, type Lexicon, type Meaning, type Way } from './lexicon.ts'
export type { AskedRelation } from './relations.ts'
export { slipsOf } from './spelling.ts'
export { pieces, type Piece } from './tokenize.ts'
