export * from './camera.ts'
export * from './frame.ts'
export * from './land/index.ts'
export * from './light.ts'
