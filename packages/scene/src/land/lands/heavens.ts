import type { Scene } from '@plantain/core'
import { LABEL, type Stage } from '../../frame.ts'
import type { LandPainter } from '../painter.ts'
import { cloudTops, sumForms } from '../relief/forms.ts'
import { paintTerrain } from '../terrain.ts'
import { look, mottle } from '../texture.ts'

/** High in the air, over a sea of clouds: their tops are a landscape of their own. */
function paint(stage: Stage, scene: Scene) {
  const { seed } = scene
  const out = new Float64Array(3)
  const tops = [cloudTops(seed, -330)]
  return paintTerrain(stage, scene, {
    spans: [
      [330, 0.012],
      [2500, 0.008],
    ],
    far: 40000,
    shape: { fill: (row, out) => sumForms(tops, row, out) },
    surface: (place) => {
      look(mottle, place.x / 300, place.z / 300, (place.pixel * 4) / 300, out)
      place.slopeX = place.slopeX * 0.6 + out[1]! * 0.02
      place.slopeZ = place.slopeZ * 0.6 + out[2]! * 0.02
      place.red = 0.8
      place.green = 0.82
      place.blue = 0.87
      place.through = 0.9
      place.open = 0.3 + 0.7 * place.open
      place.lit = 0.35 + 0.65 * place.lit
      place.label = LABEL.cloud
    },
  })
}

export const heavens: LandPainter = { lands: ['sky'], paint }
