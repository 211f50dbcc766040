export { decodeDrawing, readIndex } from './decode.ts'
export * from './drawing.ts'
export * from './matrix.ts'
export { rasterize } from './rasterize.ts'
