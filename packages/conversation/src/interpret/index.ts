export { openChatInterpreter, type ChatEndpoint } from './chat.ts'
export { checkMessage } from './check.ts'
export {
  openNeuralInterpreter,
  type Feeds,
  type InterpreterFiles,
  type InterpreterNetwork,
} from './neural.ts'
export { readReading } from './schema.ts'
