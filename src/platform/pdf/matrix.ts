/** Affine map as PDF and OFD write it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function compose(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ];
}

export function apply(matrix: Matrix, x: number, y: number): [x: number, y: number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}

/** Clockwise turn, on a page whose y grows downwards, of what ran to the right before the map. */
export function turnOf(matrix: Matrix): 0 | 90 | 180 | 270 {
  const quarters = Math.round(Math.atan2(matrix[1], matrix[0]) / (Math.PI / 2));
  return ((((quarters % 4) + 4) % 4) * 90) as 0 | 90 | 180 | 270;
}

export function widthScale(matrix: Matrix): number {
  return Math.hypot(matrix[0], matrix[1]);
}

export function heightScale(matrix: Matrix): number {
  return Math.hypot(matrix[2], matrix[3]);
}

export function matrixFrom(values: ArrayLike<number> | null | undefined): Matrix {
  if (!values || values.length < 6) return identity;
  return [values[0], values[1], values[2], values[3], values[4], values[5]].map((value) =>
    Number.isFinite(value) ? Number(value) : 0,
  ) as unknown as Matrix;
}
