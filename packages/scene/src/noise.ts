/** Noise by place, never by order; it lives in `imaging`, whose grain is the same everywhere too. */
export { fbm2, gradientNoise, hash, hashText, noise2, random, slopeNoise } from '@plantain/imaging'
