export { openArt, type Art } from './art.ts'
export { thingBounds, type ThingBounds } from './bounds.ts'
export { type Anchor, type Kind, parseCatalog } from './catalog.ts'
export { drawThings } from './draw.ts'
