export * from './frame.ts'
export * from './light.ts'
