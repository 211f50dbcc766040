import { batchLine } from '../surfaces/gemini/batch-line.ts'
import type { Kind } from './runner.ts'

/** Every kind of job that any process may take. */
export const kinds: Readonly<Record<string, Kind>> = { line: batchLine }
