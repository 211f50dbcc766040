import { note, type SceneView, type Step } from './op.ts'
export const withoutLettering = (_view: SceneView, _wording: string | null): readonly Step[] => [note('x')]
