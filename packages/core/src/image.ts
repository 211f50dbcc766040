/** 8-bit sRGB, straight alpha, row-major RGBA. Same shape as the browser's ImageData. */
export interface Bitmap {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

/** Coverage, row-major: 0 keeps the pixel, 255 changes it. */
export interface Mask {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** Pixels, origin at the top left. */
export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
