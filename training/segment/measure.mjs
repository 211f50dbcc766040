// How well words find regions in renders with known labels: node training/segment/measure.mjs HELD_OUT.bin [COUNT]
import { readFileSync } from 'node:fs'
import { atFullSize, findRegion, lookAt } from '@plantain/imaging'

const bytes = readFileSync(process.argv[2])
const most = Number(process.argv[3] ?? 1e9)
const wanted = [['the sky', [0]], ['the water', [1]], ['the trees', [2]], ['the ground', [3]], ['the subject', [6]]]
const sums = new Map(wanted.map(([phrase]) => [phrase, { pictures: 0, found: 0, iou: [], wrong: 0, without: 0 }]))
for (let at = 0, index = 0; at < bytes.length && index < most; index++) {
  const [width, height] = [bytes.readUInt16LE(at), bytes.readUInt16LE(at + 2)]
  const size = width * height
  const data = new Uint8ClampedArray(size * 4).fill(255)
  for (let p = 0; p < size; p++) for (let c = 0; c < 3; c++) data[p * 4 + c] = bytes[at + 4 + p * 3 + c]
  const labels = bytes.subarray(at + 4 + size * 3, at + 4 + size * 4)
  at += 4 + size * 4
  const image = { width, height, data }
  const look = lookAt(image, null)
  for (const [phrase, classes] of wanted) {
    const one = sums.get(phrase)
    const truth = labels.map((label) => (classes.includes(label) ? 1 : 0))
    const share = truth.reduce((sum, value) => sum + value, 0) / size
    const found = findRegion(look, phrase)
    if (share < 0.005) {
      one.without++
      if (found !== null) one.wrong++
    }
    if (share < 0.04) continue
    one.pictures++
    if (found === null) {
      one.iou.push(0)
      continue
    }
    one.found++
    const mask = atFullSize(found.region, look.small, image)
    let [both, either] = [0, 0]
    truth.forEach((value, p) => {
      const inside = mask.data[p] > 127 ? 1 : 0
      both += value & inside
      either += value | inside
    })
    one.iou.push(both / either)
  }
}
for (const [phrase, { pictures, found, iou, wrong, without }] of sums) {
  const sorted = [...iou].sort((a, b) => a - b)
  const mean = iou.reduce((sum, value) => sum + value, 0) / iou.length
  console.log(`${phrase.padEnd(12)} in ${pictures} pictures: found ${found}, IoU mean ${mean.toFixed(2)}, median ${(sorted[sorted.length >> 1] ?? 0).toFixed(2)}; in ${without} without it: claimed ${wrong}`)
}
