// Value noise and its sums, the same for the same input on every machine: what the generators draw with.

const hash = (x: number, y: number): number => {
  let n = Math.imul(x, 374761393) ^ Math.imul(y, 668265263);
  n = Math.imul(n ^ (n >>> 13), 1274126177);
  return ((n ^ (n >>> 16)) >>> 0) / 0xffffffff;
};
const smooth = (t: number): number => t * t * (3 - 2 * t);
export const mix = (a: number, b: number, t: number): number => a + (b - a) * t;
export const clamp = (t: number): number => Math.min(1, Math.max(0, t));
/** 0 below `from`, 1 above `to`, smooth between. */
export const step = (from: number, to: number, t: number): number => smooth(clamp((t - from) / (to - from)));

/** Smooth noise between 0 and 1. */
export function noise(x: number, y: number): number {
  const [xi, yi] = [Math.floor(x), Math.floor(y)];
  const [tx, ty] = [smooth(x - xi), smooth(y - yi)];
  return mix(mix(hash(xi, yi), hash(xi + 1, yi), tx), mix(hash(xi, yi + 1), hash(xi + 1, yi + 1), tx), ty);
}

/** Noise summed over octaves, each twice as fine and half as strong; between 0 and 1. */
export function fractal(x: number, y: number, octaves: number): number {
  let sum = 0;
  let weight = 0;
  for (let i = 0, size = 1; i < octaves; i++, size *= 2) {
    sum += noise(x * size + i * 17, y * size + i * 31) / size;
    weight += 1 / size;
  }
  return sum / weight;
}
