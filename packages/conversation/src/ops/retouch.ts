import { note, type Op } from './op.ts'

/** Portrait clean-up. */
export const retouch: Op = {
  name: 'retouch',
  plan: (wish, view) => [
    note(
      view.scene === null
        ? `To mend ${wish.value ?? 'skin'} in an uploaded portrait I would have to find the face and repaint it, which takes open weights (see plantain models).`
        : 'The faces that I draw have nothing to retouch; I can change their expression, their age or what they wear.',
    ),
  ],
}
