import { expect, test } from 'vitest'
import { colorToLinear } from '../color/named.ts'
import { canvas, canvasOfBytes, type Fill } from './canvas.ts'
import { testPicture } from './operator.contract.ts'
import { toBitmap, toPlanes } from './planes.ts'

const fills: readonly Fill[] = ['mirror', 'edge', 'transparent', colorToLinear('#123456')]

test.each(fills)('a frame of %s is the same in bytes and in light, of glass, too', (fill) => {
  for (const clear of [false, true])
    for (const [width, height] of [
      [13, 9],
      [1, 1],
      [5, 1],
    ] as const) {
      const image = testPicture(width, height, { clear })
      const size = { width: width + 17, height: height + 21 }
      expect(canvasOfBytes(image, size, 6, 20, fill)).toEqual(
        toBitmap(canvas(toPlanes(image), size, 6, 20, fill)),
      )
    }
})
test('a fill that is computed is none of bytes', () => {
  expect(canvasOfBytes(testPicture(4, 4), { width: 8, height: 8 }, 2, 2, 'blur')).toBeNull()
})
