export * from './perform.ts'
export * from './session.ts'
export * from './tree.ts'
