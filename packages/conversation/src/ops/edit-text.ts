import type { Op } from './op.ts'
export const editText: Op = { name: 'edit_text', plan: () => [] }
