import { OPS } from './pdfjs.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The part of the graphics state that decides whether something is seen, ISO 32000-1 section 8.4. */
export interface PaintState {
  /** `#rrggbb`; undefined for a pattern or shading. */
  readonly fill: string | undefined;
  readonly alpha: number;
  /** Canvas name of the blend mode; `source-over` covers what is below. */
  readonly blend: string;
  /** 3 and 7 draw no letters, ISO 32000-1 table 106. */
  readonly renderingMode: number;
  /** Bounding box of what is clipped to, on the page. */
  readonly clip: Box | undefined;
}

export const initialPaint: PaintState = {
  fill: '#000000',
  alpha: 1,
  blend: 'source-over',
  renderingMode: 0,
  clip: undefined,
};

/** Undefined when the operator changes nothing of the paint. */
export function paintChange(operator: number, args: readonly unknown[]): Partial<PaintState> | undefined {
  if (operator === OPS.setFillRGBColor) return { fill: String(args[0]) };
  if (operator === OPS.setFillColorN || operator === OPS.setFillTransparent) return { fill: undefined };
  if (operator === OPS.setTextRenderingMode) return { renderingMode: Number(args[0]) };
  if (operator !== OPS.setGState) return undefined;
  const entries = new Map(args[0] as readonly (readonly [string, unknown])[]);
  const alpha = entries.get('ca');
  const blend = entries.get('BM');
  return {
    ...(typeof alpha === 'number' ? { alpha } : {}),
    ...(typeof blend === 'string' ? { blend } : {}),
  };
}

export function boxOf(points: readonly (readonly [number, number])[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return points.length === 0
    ? { x: 0, y: 0, width: 0, height: 0 }
    : { x: left, y: top, width: right - left, height: bottom - top };
}
