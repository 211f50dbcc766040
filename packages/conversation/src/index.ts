export * from './perform.ts'
