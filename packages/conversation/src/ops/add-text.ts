import type { Op } from './op.ts'
export const addText: Op = { name: 'add_text', plan: () => [] }
