import { randomInt } from 'node:crypto'

// Short words that are hard to mishear or misspell: a session is named in a terminal.
const first =
  'amber aqua autumn bold brave brisk bright calm clear cloud copper coral crisp dawn dusk early fern fresh frost gentle golden green happy hazel indigo ivory jade keen kind late light lime lucky lunar maple mellow merry mild misty noble ocean olive opal pearl plum proud quick quiet rapid ruby rustic sandy silver slow snowy soft solar spring still sunny swift tidy vivid warm'.split(
    ' ',
  )
const second =
  'apple badger bay beach bear birch bird boat brook cabin canyon cat cedar cliff cloud cove crane creek deer dove duck eagle falcon field finch fjord forest fox garden grove harbor hare hawk heron hill island lake lark leaf lily lynx meadow moon moss oak orchid otter owl panda path pine plain pond raven reef river robin rose seal sky sparrow star stone swan tiger tree tulip valley wave willow wolf wren'.split(
    ' ',
  )

/** "quiet-otter-4821": one of 42 million. */
export const newSessionId = (): string =>
  `${first[randomInt(first.length)]}-${second[randomInt(second.length)]}-${randomInt(1000, 10_000)}`
