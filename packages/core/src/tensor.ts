/** Row-major float32; whoever makes one writes its shape in a comment, as [N, C, H, W]. */
export interface Tensor {
  readonly data: Float32Array
  readonly shape: readonly number[]
}
