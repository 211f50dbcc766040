// Apart from the rest: who calls it has loaded nothing yet.
export { readyEngine } from '@plantain/diffusion/threads'
