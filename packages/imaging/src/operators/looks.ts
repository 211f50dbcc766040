export interface LookStep {
  readonly operator: string
  readonly params: Readonly<Record<string, number | string | readonly (readonly [number, number])[]>>
}

/** Named grades, each as the operators that make it, at full strength. One entry a look. */
export const looks: Readonly<Record<string, readonly LookStep[]>> = {
  vintage: [
    { operator: 'saturation', params: { percent: -22 } },
    {
      operator: 'curves',
      params: {
        all: [
          [0, 26],
          [64, 72],
          [128, 134],
          [192, 190],
          [255, 236],
        ],
        red: [
          [0, 8],
          [128, 136],
          [255, 255],
        ],
        green: [
          [0, 12],
          [128, 125],
          [255, 250],
        ],
        blue: [
          [0, 27],
          [128, 118],
          [255, 222],
        ],
      },
    },
    { operator: 'vignette', params: { percent: 26 } },
    { operator: 'grain', params: { percent: 16 } },
  ],
  cinematic: [
    { operator: 'contrast', params: { percent: 14 } },
    { operator: 'tone', params: { blacksPercent: 14, highlightsPercent: -18 } },
    { operator: 'saturation', params: { percent: -10 } },
    { operator: 'split-tone', params: { shadows: 'teal', highlights: '#ff9a4d', percent: 32 } },
    { operator: 'vignette', params: { percent: 20 } },
  ],
  'teal-orange': [
    { operator: 'contrast', params: { percent: 10 } },
    { operator: 'split-tone', params: { shadows: '#007a8a', highlights: '#ff8c33', percent: 62 } },
    { operator: 'vibrance', params: { percent: 18 } },
  ],
  'film-noir': [
    {
      operator: 'monochrome',
      params: { color: 'gray', percent: 100, redPercent: 45, greenPercent: 45, bluePercent: 10 },
    },
    { operator: 'contrast', params: { percent: 52 } },
    { operator: 'tone', params: { shadowsPercent: -28 } },
    { operator: 'vignette', params: { percent: 48 } },
    { operator: 'grain', params: { percent: 20 } },
  ],
  faded: [
    { operator: 'saturation', params: { percent: -26 } },
    {
      operator: 'curves',
      params: {
        all: [
          [0, 44],
          [72, 92],
          [180, 186],
          [255, 240],
        ],
      },
    },
  ],
  hdr: [
    { operator: 'tone', params: { shadowsPercent: 50, highlightsPercent: -50 } },
    { operator: 'clarity', params: { percent: 62 } },
    { operator: 'vibrance', params: { percent: 32 } },
    { operator: 'contrast', params: { percent: 8 } },
  ],
  polaroid: [
    { operator: 'saturation', params: { percent: -12 } },
    {
      operator: 'curves',
      params: {
        all: [
          [0, 22],
          [128, 140],
          [255, 246],
        ],
        red: [
          [0, 2],
          [128, 134],
          [255, 252],
        ],
        green: [
          [0, 6],
          [128, 130],
          [255, 248],
        ],
        blue: [
          [0, 34],
          [128, 124],
          [255, 216],
        ],
      },
    },
    { operator: 'vignette', params: { percent: 20 } },
  ],
  'cross-processed': [
    { operator: 'contrast', params: { percent: 10 } },
    {
      operator: 'curves',
      params: {
        red: [
          [0, 0],
          [64, 44],
          [192, 216],
          [255, 255],
        ],
        green: [
          [0, 0],
          [64, 60],
          [192, 206],
          [255, 250],
        ],
        blue: [
          [0, 52],
          [128, 124],
          [255, 202],
        ],
      },
    },
    { operator: 'saturation', params: { percent: 12 } },
  ],
  golden: [
    { operator: 'temperature', params: { mired: 48 } },
    { operator: 'exposure', params: { stops: 0.15 } },
    { operator: 'tone', params: { shadowsPercent: 18, highlightsPercent: -12 } },
    { operator: 'split-tone', params: { shadows: '#b0603a', highlights: 'gold', percent: 22 } },
    { operator: 'vibrance', params: { percent: 14 } },
  ],
  moody: [
    { operator: 'exposure', params: { stops: -0.4 } },
    { operator: 'contrast', params: { percent: 14 } },
    { operator: 'tone', params: { blacksPercent: 22, highlightsPercent: -30 } },
    { operator: 'saturation', params: { percent: -30 } },
    { operator: 'split-tone', params: { shadows: '#1f5a66', highlights: '#c8a37a', percent: 30 } },
    { operator: 'vignette', params: { percent: 34 } },
  ],
  'bleach-bypass': [
    { operator: 'saturation', params: { percent: -55 } },
    { operator: 'contrast', params: { percent: 38 } },
    { operator: 'clarity', params: { percent: 20 } },
  ],
  lomo: [
    { operator: 'contrast', params: { percent: 30 } },
    { operator: 'saturation', params: { percent: 28 } },
    {
      operator: 'curves',
      params: {
        red: [
          [0, 0],
          [64, 52],
          [192, 208],
          [255, 255],
        ],
        blue: [
          [0, 22],
          [255, 232],
        ],
      },
    },
    { operator: 'vignette', params: { percent: 62 } },
  ],
  pastel: [
    { operator: 'exposure', params: { stops: 0.4 } },
    { operator: 'contrast', params: { percent: -32 } },
    { operator: 'saturation', params: { percent: -22 } },
    { operator: 'split-tone', params: { shadows: '#b48ad8', highlights: '#ffc4cf', percent: 14 } },
  ],
  vivid: [
    { operator: 'contrast', params: { percent: 16 } },
    { operator: 'saturation', params: { percent: 28 } },
    { operator: 'clarity', params: { percent: 14 } },
  ],
  matte: [
    {
      operator: 'curves',
      params: {
        all: [
          [0, 34],
          [60, 66],
          [128, 130],
          [255, 248],
        ],
      },
    },
    { operator: 'saturation', params: { percent: -12 } },
  ],
  cold: [
    { operator: 'temperature', params: { mired: -42 } },
    { operator: 'saturation', params: { percent: -18 } },
    { operator: 'split-tone', params: { shadows: '#22508f', highlights: '#cfe4f2', percent: 26 } },
    { operator: 'contrast', params: { percent: 8 } },
  ],
}
