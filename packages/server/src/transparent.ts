import type { Bitmap } from '@plantain/core'

/** Whether anything of the picture can be seen through. */
export function isTransparent({ data }: Bitmap): boolean {
  for (let i = 3; i < data.length; i += 4) if (data[i]! < 255) return true
  return false
}
