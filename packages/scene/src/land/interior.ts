import type { Land, Scene } from '@plantain/core'
import { type Light, lightFor } from '../light.ts'
import { type Interior, paintRoom } from './built/room.ts'
import type { LandPainter } from './painter.ts'
import { bedroom } from './rooms/bedroom.ts'
import { kitchen } from './rooms/kitchen.ts'
import { library } from './rooms/library.ts'
import { livingRoom } from './rooms/living-room.ts'
import { plainRoom } from './rooms/room.ts'

type Furnish = (scene: Scene, aspect: number, open: Light) => Interior

const room = (land: Land, furnish: Furnish): LandPainter => ({
  lands: [land],
  enclosed: true,
  // The light does not depend on how wide the room is.
  light: (scene, light) => furnish(scene, 1, light).mood.light,
  paint: (stage, scene) =>
    paintRoom(stage, scene, furnish(scene, stage.camera.aspect, lightFor(scene.world))),
})

export const interiors: readonly LandPainter[] = [
  room('living room', livingRoom),
  room('bedroom', bedroom),
  room('kitchen', kitchen),
  room('room', plainRoom),
  room('library', library),
]
