/** Hats for whole faces: centred on x = 50, the brow at y = 19, the head from x = 28 to 72 and up to y = 6. */
import { ball, fall, round, tone } from './tones.mjs'

export const HATS = {
  witch: (draw) => {
    draw.fill('M29 16C36 4 42 -16 53 -31C57 -33 61 -29 57 -26C54 -14 62 0 71 16C58 22 42 22 29 16Z', round('#4a3a6a'), 'body')
    draw.fill('M30.5 12C42 19 58 19 69.5 12L71 17.5C58 23 42 23 29 17.5Z', round('#8a5ac8'))
    draw.fill('M12 19C12 13 30 14 50 15C70 14 88 13 88 19C88 25 66 26 50 26C34 26 12 25 12 19Z', fall('#4a3a6a', 0.14, -0.3), 'body')
    draw.add('<rect data-role="keep" x="46" y="12.6" width="8" height="7" rx="1.2" fill="none" stroke="#f0c84c" stroke-width="1.6"/>')
  },
  helm: (draw) => {
    draw.fill('M27 40V20C27 4 38 -2 50 -2C62 -2 73 4 73 20V40C70 47 66 50 64 51V27H36V51C34 50 30 47 27 40Z', round('#a9adbd'), 'body')
    draw.fill('M48 -3H52V24H48Z', fall('#c6cad8', 0.3, -0.2), 'body')
    draw.fill('M33 25H67V30H33Z', round('#7d8296'))
    draw.fill('M48 -3C46 -16 58 -20 66 -12C60 -12 56 -8 52 -2Z', fall('#c8303f', 0.2, -0.3), 'keep')
    for (const x of [31, 69]) draw.add(`<circle data-role="keep" cx="${x}" cy="28" r="2" fill="#d9b25a"/>`)
  },
  pillbox: (draw) => draw.fill('M36 12C36 4 64 2 66 9L67 16C58 12 44 13 36 18Z', fall('#2f4f8a', 0.2, -0.25), 'none'),
  sailor: (draw) => {
    draw.fill('M27 13C26 -2 74 -2 73 13C74 17 71 18 68 16C58 11 42 11 32 16C29 18 26 17 27 13Z', fall('#f4f2f8', 0.3, -0.16))
    draw.fill('M31 12.5C42 8 58 8 69 12.5L69.5 18C58 13 42 13 30.5 18Z', round('#2f4f8a'))
    draw.fill('M28 19.4C40 12 60 12 72 19.4C60 17 40 17 28 19.4Z', round('#23202c'))
  },
  pirate: (draw) => {
    draw.fill('M18 18C20 2 38 -8 50 -8C62 -8 80 2 82 18C70 9 58 11 50 15C42 11 30 9 18 18Z', fall('#2c2633', 0.18, -0.2))
    draw.line('M18 18C30 9 42 11 50 15C58 11 70 9 82 18', '#e0b64c', 1.8)
    draw.add('<circle data-role="keep" cx="50" cy="1.4" r="4" fill="#f4f1ea"/><rect data-role="keep" x="47.6" y="3.4" width="4.8" height="3.6" rx="1" fill="#f4f1ea"/><circle data-role="keep" cx="48.4" cy="1.2" r="1.1" fill="#2c2633"/><circle data-role="keep" cx="51.6" cy="1.2" r="1.1" fill="#2c2633"/>')
    draw.line('M44 8l12 4M56 8l-12 4', '#f4f1ea', 1.6)
  },
  cowboy: (draw) => {
    draw.fill('M31 14C31 -6 40 -10 46 -7C48 -5 52 -5 54 -7C60 -10 69 -6 69 14Z', round('#9a6a3c'), 'none')
    draw.fill('M31 8H69V14.5H31Z', round('#5a3a20'))
    draw.fill('M8 12C14 19 26 13 50 13C74 13 86 19 92 12C92 22 72 24 50 24C28 24 8 22 8 12Z', fall('#a07040', 0.14, -0.32), 'none')
  },
  horns: (draw) => {
    for (const side of [-1, 1]) draw.fill(`M${50 + side * 20} 12C${50 + side * 30} 12 ${50 + side * 36} 2 ${50 + side * 33} -14C${50 + side * 42} -4 ${50 + side * 42} 16 ${50 + side * 22} 21Z`, fall('#efe6cf', 0.2, -0.3))
    draw.fill('M28 21V15C29 0 38 -4 50 -4C62 -4 71 0 72 15V21C60 15 40 15 28 21Z', round('#9a9eae'))
    draw.fill('M27.5 16C40 10 60 10 72.5 16V22.5C60 16.5 40 16.5 27.5 22.5Z', round('#b98a44'))
    draw.fill('M47.6 -4H52.4V28L50 31L47.6 28Z', fall('#b98a44', 0.25, -0.2))
  },
  kabuto: (draw) => {
    draw.fill('M28 20V14C29 -1 38 -5 50 -5C62 -5 71 -1 72 14V20C60 14 40 14 28 20Z', round('#35303f'))
    draw.fill('M26 16C20 26 19 36 21 42L29 38C28 32 28 26 30 19ZM74 16C80 26 81 36 79 42L71 38C72 32 72 26 70 19Z', round('#7a2f3a'))
    draw.fill('M26 21C34 12 66 12 74 21C66 17.5 34 17.5 26 21Z', round('#7a2f3a'))
    draw.fill('M50 13C40 8 32 -6 33 -20C38 -6 44 0 50 2C56 0 62 -6 67 -20C68 -6 60 8 50 13Z', fall('#e6bf4f', 0.25, -0.25))
  },
  helmet: (draw) => {
    draw.fill('M26 20C25 -2 38 -6 50 -6C62 -6 75 -2 74 20C78 21 78 24 72 23.5C60 18 40 18 28 23.5C22 24 22 21 26 20Z', ball('#66703f'), 'none')
    draw.line('M26 20C38 14.5 62 14.5 74 20', tone('#66703f', -0.45), 1.2, 0.7)
  },
  cap: (draw) => {
    draw.fill('M28 18C27 0 38 -4 50 -4C62 -4 73 0 72 18C60 13 40 13 28 18Z', ball('#34406a'), 'none')
    draw.fill('M27 18C40 11.5 60 11.5 73 18C72 24 62 21.6 50 21.6S28 24 27 18Z', fall('#232a48', 0.2, -0.2))
    draw.add('<circle data-role="keep" cx="50" cy="7" r="4.4" fill="#f0c24c"/><path data-role="keep" d="M47 5.6h6v3.4h-6z" fill="#fff8e0"/>')
  },
  safari: (draw) => {
    draw.fill('M29 16C29 -4 40 -7 50 -7C60 -7 71 -4 71 16Z', ball('#d8c38a'), 'none')
    draw.fill('M29.5 10H70.5V15.5H29.5Z', round('#7a5a34'))
    draw.fill('M17 19C20 12 32 13 50 13C68 13 80 12 83 19C76 23.5 62 22 50 22S24 23.5 17 19Z', fall('#cdb67a', 0.14, -0.3), 'none')
  },
}
