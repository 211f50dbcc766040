export { decode, measureImage, type DecodeOptions } from './decode.ts'
export { encode, type EncodeOptions } from './encode.ts'
export { addRecipe, readRecipe, type Recipe } from './recipe.ts'
export { mimeTypes, sniff, type Format, type ReadableFormat } from './sniff.ts'
