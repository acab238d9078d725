import { MAX_PIXELS, readHeader } from './render.ts';
import { loadSharp } from './sharp.ts';
import { inTurn } from './turns.ts';

/** Both pictures are compared at this size, in pixels each way. */
const SIDE = 64;
/** Of a colour's 255 steps: what another encoder or another way of scaling changes at most, on average and anywhere. */
const MOST_ON_AVERAGE = 3;
const MOST_ANYWHERE = 32;

/**
 * Whether two files show the same picture, though not with the same bytes: made smaller, or encoded anew. A picture that was
 * cropped, turned or painted over is another one, and so is a file that cannot be decoded whole.
 */
export async function looksSame(a: Uint8Array, b: Uint8Array): Promise<boolean> {
  try {
    const [first, second] = [await readHeader(a), await readHeader(b)];
    const shapes = [first, second].map(({ width, height }) => width / height) as [number, number];
    // A side is whole pixels: of small copies the shape is that much off.
    const rounding = 2 / Math.min(first.width, first.height, second.width, second.height);
    if (Math.abs(shapes[0] / shapes[1] - 1) > rounding + 0.01) return false;
    const pixels = [await inTurn(first.width * first.height, () => smallPixels(a))];
    pixels.push(await inTurn(second.width * second.height, () => smallPixels(b)));
    return isAlike(pixels[0]!, pixels[1]!);
  } catch {
    return false;
  }
}

/** Decoded whole first: a decoder that is asked for a small picture takes shortcuts, other ones for each format. */
async function smallPixels(bytes: Uint8Array): Promise<Buffer> {
  const sharp = await loadSharp();
  const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'warning' })
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return sharp(data, { raw: { width, height, channels } })
    .resize(SIDE, SIDE, { fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer();
}

function isAlike(a: Buffer, b: Buffer): boolean {
  if (a.length !== b.length) return false;
  let [sum, most] = [0, 0];
  for (let at = 0; at < a.length; at++) {
    const off = Math.abs(a[at]! - b[at]!);
    sum += off;
    most = Math.max(most, off);
  }
  return sum / a.length <= MOST_ON_AVERAGE && most <= MOST_ANYWHERE;
}
