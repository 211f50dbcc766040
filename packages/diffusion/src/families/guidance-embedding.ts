import type { Tensor } from '@plantain/core'
import type { TensorSpec } from '../runtimes/runtime.ts'

/**
 * How strongly to guide, as an input of a network that was distilled with guidance: sines, then cosines, of
 * (scale - 1) * 1000 at frequencies that fall from 1 to 1 / 10000.
 *
 * spec:    the input, [batch, width]; 256 wide where the export leaves it free
 * Source:  latent consistency models, arXiv 2310.04378; on distillation of guided models, arXiv 2210.03142, section 3.
 */
export function guidanceEmbedding(guidanceScale: number, spec: TensorSpec): Tensor {
  const width = typeof spec.shape[1] === 'number' ? spec.shape[1] : 256
  const half = width / 2
  const data = new Float32Array(width)
  for (let i = 0; i < half; i++) {
    const angle = (guidanceScale - 1) * 1000 * Math.exp((-i * Math.log(10000)) / (half - 1))
    data[i] = Math.sin(angle)
    data[half + i] = Math.cos(angle)
  }
  return { data, shape: [1, width] }
}
