export { mark } from './mark.ts'
export { readMark, type FoundMark } from './read.ts'
