export * from './error.ts'
export * from './image.ts'
export * from './scene.ts'
export * from './tensor.ts'
