// What threads of other packages are made of, apart: who starts one need not read the engine.
export { openChannel, type Channel } from './channel.ts'
export { buffersOf, fromFailure, toFailure, type Failure } from './protocol.ts'
export { startWorker } from './start-worker.ts'
export { readyEngine } from './engine-thread.ts'
