import { GRADES, STYLES } from '@plantain/core'
import { readPhrase, valueOf } from '../reading/phrase.ts'
import { note, sceneOp, toScene, type Op } from './op.ts'
import { isWhole } from './subject.ts'

/** "as a watercolor", "pixel art instead". The look of another picture comes through `source`, which the caller has resolved to a style. */
export const restyle: Op = sceneOp('restyle', (wish, view) => {
  if (wish.target !== undefined && !isWhole(wish.target))
    return [
      note(`A style is of the whole picture here; I cannot paint the ${wish.target} alone in another one.`),
    ]
  const wording = wish.value ?? ''
  const phrase = readPhrase(view.words, wording)
  const style = valueOf(phrase, 'style', STYLES)
  if (style === null)
    return [
      note(`I do not know the style "${wording}"; I know ${STYLES.join(', ')} and what is near to them.`),
    ]
  const { scene } = view
  const grade = valueOf(
    { ...phrase, meanings: phrase.meanings.filter(({ way }) => way === 'said') },
    'grade',
    GRADES,
  )
  if (style === scene.world.style && grade === null) return [note(`It is painted as ${style} already.`)]
  const exact = phrase.text.toLowerCase().includes(style.split(' ')[0]!)
  return [
    toScene(
      { ...scene, world: { ...scene.world, style, grade: grade ?? scene.world.grade } },
      { style: wording },
    ),
    ...(exact || style === 'natural'
      ? []
      : [note(`I painted it as ${style}, the nearest that I have to ${wording}.`)]),
  ]
})
