/** Elementary functions that give the same bits on every engine; they live in `imaging`, whose operators need them too. */
export { atan2, clamp, clamp01, cos, decay, exp, log, mix, pow, sin, smoothstep } from '@plantain/imaging'
