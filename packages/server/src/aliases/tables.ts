import { ASPECTS } from '../sizes.ts'
import { scaled, type SizeTable } from './alias.ts'

/** gemini-2.5-flash-image: the ten ratios at 1K. */
export const flash25: SizeTable = ASPECTS

/** The third family at 1K. 2K and 4K are twice and four times as wide and high. */
export const third: SizeTable = {
  '1:1': [1024, 1024],
  '2:3': [848, 1264],
  '3:2': [1264, 848],
  '3:4': [896, 1200],
  '4:3': [1200, 896],
  '4:5': [928, 1152],
  '5:4': [1152, 928],
  '9:16': [768, 1376],
  '16:9': [1376, 768],
  '21:9': [1584, 672],
}
export const thirdSizes: Readonly<Record<'1K' | '2K' | '4K', SizeTable>> = {
  '1K': third,
  '2K': scaled(third, 2),
  '4K': scaled(third, 4),
}

/** Tall and wide strips, which only the flash models of the third family have. */
const strips: SizeTable = { '1:4': [512, 2048], '4:1': [2048, 512], '1:8': [384, 3072], '8:1': [3072, 384] }
export const thirdWithStrips: Readonly<Record<'1K' | '2K' | '4K', SizeTable>> = {
  '1K': { ...third, ...strips },
  '2K': { ...thirdSizes['2K'], ...scaled(strips, 2) },
  // 12288 pixels would be the long side of 1:8 at 4K: more than this server paints.
  '4K': { ...thirdSizes['4K'], '1:4': [2048, 8192], '4:1': [8192, 2048] },
}
export const third512: SizeTable = {
  '1:1': [512, 512],
  '2:3': [424, 632],
  '3:2': [632, 424],
  '3:4': [448, 600],
  '4:3': [600, 448],
  '4:5': [464, 576],
  '5:4': [576, 464],
  '9:16': [384, 688],
  '16:9': [688, 384],
  '21:9': [792, 336],
  '1:4': [256, 1024],
  '4:1': [1024, 256],
  '1:8': [192, 1536],
  '8:1': [1536, 192],
}
/** Imagen 4. */
export const imagen: SizeTable = {
  '1:1': [1024, 1024],
  '3:4': [896, 1280],
  '4:3': [1280, 896],
  '9:16': [768, 1408],
  '16:9': [1408, 768],
}
