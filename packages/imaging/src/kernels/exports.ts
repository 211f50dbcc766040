/** Inner loops on four float32 at a time; see assembly/. All arguments are addresses in bytes, or numbers. */
export interface Exports {
  convolveAcross(
    source: number,
    target: number,
    weights: number,
    radius: number,
    width: number,
    rows: number,
    stride: number,
  ): void
  convolveDown(
    source: number,
    target: number,
    weights: number,
    radius: number,
    width: number,
    rows: number,
  ): void
  mixRows(
    source: number,
    target: number,
    starts: number,
    values: number,
    taps: number,
    width: number,
    rows: number,
  ): void
  reduceRow(rows: number, target: number, factor: number, width: number, stride: number, share: number): void
  enlargeRow(
    one: number,
    other: number,
    part: number,
    row: number,
    count: number,
    starts: number,
    shares: number,
    target: number,
    width: number,
  ): void
  transpose(source: number, target: number, width: number, rows: number): void
  lightToCones(one: number, two: number, three: number, count: number): void
  conesToLight(one: number, two: number, three: number, count: number): void
  lightToOklab(one: number, two: number, three: number, count: number): void
  oklabToLight(one: number, two: number, three: number, count: number): void
  moveOfMeans(
    plane: number,
    sums: number,
    weights: number,
    strongest: number,
    squares: number,
    across: number,
    dx: number,
    dy: number,
    rows: number,
    stride: number,
    floor: number,
    scale: number,
  ): void
  cubicRow(
    red: number,
    green: number,
    blue: number,
    stride: number,
    outRed: number,
    outGreen: number,
    outBlue: number,
    first: number,
    last: number,
    x: number,
    y: number,
    stepX: number,
    stepY: number,
  ): void
  allOpaque(bytes: number, count: number): number
  bytesToPlanes(
    bytes: number,
    one: number,
    two: number,
    three: number,
    alpha: number,
    count: number,
    table: number,
  ): void
  lightToBytes(one: number, two: number, three: number, bytes: number, count: number, table: number): void
  sharesToBytes(one: number, two: number, three: number, bytes: number, count: number): void
  alphaToBytes(alpha: number, bytes: number, count: number): void
  bytesThroughTables(bytes: number, count: number, tables: number): void
  scaleChannels(
    one: number,
    two: number,
    three: number,
    count: number,
    first: number,
    second: number,
    third: number,
  ): void
  expose(
    one: number,
    two: number,
    three: number,
    count: number,
    gain: number,
    bend: number,
    top: number,
  ): void
  towardsGrey(
    one: number,
    two: number,
    three: number,
    count: number,
    red: number,
    green: number,
    blue: number,
    share: number,
  ): void
  scaleChroma(two: number, three: number, count: number, factor: number, bend: number): void
  scaleWeakChroma(
    two: number,
    three: number,
    count: number,
    amount: number,
    strong: number,
    skinA: number,
    skinB: number,
  ): void
  addCast(one: number, two: number, three: number, count: number, a: number, b: number): void
  addTwoCasts(
    one: number,
    two: number,
    three: number,
    count: number,
    darkA: number,
    darkB: number,
    lightA: number,
    lightB: number,
  ): void
  unsharpRow(
    above: number,
    row: number,
    below: number,
    soft: number,
    target: number,
    width: number,
    amount: number,
  ): void
  relight(
    one: number,
    two: number,
    three: number,
    count: number,
    table: number,
    steps: number,
    scale: number,
  ): void
  relightCones: Exports['relight']
  bend(
    plane: number,
    count: number,
    table: number,
    steps: number,
    scale: number,
    root: number,
    start: number,
    slope: number,
  ): void
}
