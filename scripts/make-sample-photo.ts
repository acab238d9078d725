// Draws the sample story's photo: terraced rice fields at dawn. `node scripts/make-sample-photo.ts`
import path from 'node:path';
import sharp from 'sharp';
import { clamp, fractal, mix, noise, step } from './lib/noise.ts';

type Colour = readonly [number, number, number];
const WIDTH = 1600;
const HEIGHT = 1067;
/** Drawn this many times larger, then reduced, so that edges are smooth. */
const SCALE = 2;

const blend = (a: Colour, b: Colour, t: number): Colour => [mix(a[0], b[0], t), mix(a[1], b[1], t), mix(a[2], b[2], t)];
const HAZE: Colour = [244, 214, 178];
const SUN = { x: 0.67, y: 0.335 };

/** x and y from 0 to 1, left to right and top to bottom. */
function sky(x: number, y: number): Colour {
  const high = blend([104, 132, 170], [226, 190, 170], step(0, 0.3, y));
  const low = blend(high, [252, 218, 166], step(0.18, 0.42, y));
  const cloud = step(0.5, 0.78, fractal(x * 3, y * 14, 5)) * step(0.32, 0.05, y) * 0.55;
  const distance = Math.hypot((x - SUN.x) * 1.5, y - SUN.y);
  const glow = Math.exp(-distance * 7) * 0.85 + step(0.032, 0.026, distance);
  return blend(blend(low, [250, 214, 190], cloud), [255, 240, 200], clamp(glow));
}

const ridges = [
  { base: 0.36, height: 0.13, size: 2.6, colour: [168, 166, 176] },
  { base: 0.41, height: 0.15, size: 3.4, colour: [126, 139, 152] },
  { base: 0.475, height: 0.15, size: 3, colour: [86, 110, 116] },
  { base: 0.535, height: 0.13, size: 4.2, colour: [54, 84, 78] },
] as const;
const ridgeLine = (i: number, x: number): number => {
  const { base, height, size } = ridges[i]!;
  return base - (fractal(x * size + i * 9.7, i * 3.1, 5) - 0.35) * height * 1.6;
};
const treeTops = (i: number, x: number): number => (i > 1 ? (noise(x * 420, i) - 0.5) * 0.006 * (i - 1) : 0);

/** Hills, the nearest that covers the point; fog lies in each valley. */
function hills(x: number, y: number): Colour | null {
  for (let i = ridges.length - 1; i >= 0; i--) {
    const below = y - ridgeLine(i, x);
    if (below < treeTops(i, x)) continue;
    const shade = 0.82 + 0.4 * fractal(x * 70, y * 90, 4);
    const [r, g, b] = ridges[i]!.colour;
    const fog = step(0, 0.13, below + (fractal(x * 5, y * 9, 4) - 0.5) * 0.06) * (0.92 - i * 0.07);
    const warm = Math.exp(-Math.hypot(x - SUN.x, y - SUN.y) * 5) * 0.35;
    return blend(blend([r * shade, g * shade, b * shade], HAZE, warm), HAZE, fog);
  }
  return null;
}

const RICE: Colour[] = [
  [214, 176, 66],
  [186, 164, 62],
  [142, 150, 62],
  [226, 192, 92],
  [112, 134, 60],
  [198, 170, 70],
];
const edgeOfFields = (x: number): number => 0.6 - 0.1 * (fractal(x * 1.6 + 4, 8, 3) - 0.5) - 0.09 * step(0.55, 0, x);

/** The terraces: contour bands of a slope, seen in perspective; each has a rice colour, a bank and a bright lip. */
function fields(x: number, y: number): Colour | null {
  const top = edgeOfFields(x);
  if (y < top) return null;
  const near = (y - top) / (1 - top);
  const depth = 1 / (0.16 + near);
  const [wx, wz] = [(x - 0.42) * depth * 1.5, depth];
  const relief = fractal(wx * 0.9 + 3, wz * 0.8 + 1, 3) * 11 + Math.sin(wx * 1.3 + wz * 0.6) * 1.6;
  const level = relief + wz * 4.2;
  const field = Math.floor(level);
  const within = level - field;
  const plot = Math.floor(fractal(wx * 0.8 + field * 5.3, field * 1.7, 2) * 7);
  const rice = RICE[(plot + ((field * 7) % RICE.length) + RICE.length * 9) % RICE.length]!;
  const rows = 0.86 + 0.14 * noise(wx * 90, level * 26) + 0.24 * fractal(x * 260, y * 180, 3);
  const flooded = noise(field * 3.7, plot * 1.9) > 0.8;
  let colour: Colour = flooded
    ? blend(sky(x, 0.36 - near * 0.3), [90, 110, 110], 0.3)
    : blend(rice, [60, 84, 40], 0.18);
  if (!flooded) colour = [colour[0] * rows, colour[1] * rows, colour[2] * rows];
  // The bank falls away from the light; its upper lip catches it.
  const bank = step(0.76, 0.83, within);
  const lip = step(0.7, 0.75, within) * step(0.79, 0.76, within);
  colour = blend(colour, [62 + 18 * noise(wx * 40, level * 9), 70 + 22 * noise(x * 380, y * 260), 34], bank * 0.8);
  colour = blend(colour, [255, 232, 160], lip * 0.5);
  const light = mix(0.62, 1.06, fractal(wx * 1.1 + 7, wz * 1.4, 3) * 0.55 + step(0.1, 0.8, x) * 0.45);
  colour = [colour[0] * light, colour[1] * light, colour[2] * light * 0.96];
  const mist = (1 - step(0, 0.34, near + (fractal(x * 4, y * 12, 4) - 0.5) * 0.2)) * 0.82;
  return blend(colour, HAZE, mist);
}

function draw(): Promise<Buffer> {
  const [width, height] = [WIDTH * SCALE, HEIGHT * SCALE];
  const pixels = Buffer.alloc(width * height * 3);
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const [x, y] = [column / width, row / height];
      const colour = fields(x, y) ?? hills(x, y) ?? sky(x, y);
      const corner = 1 - 0.28 * Math.hypot(x - 0.5, y - 0.5) ** 2 * 2;
      for (const value of colour) pixels[at++] = clamp((value * corner) / 255) * 255;
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .resize(WIDTH, HEIGHT)
    .raw()
    .toBuffer();
}

/** The fine grain of a film: without it, drawn skies look like plastic. */
function addGrain(pixels: Buffer): void {
  for (let i = 0; i < pixels.length; i += 3) {
    const grain = (noise(i * 0.731, i * 0.000173) + noise(i * 0.377, 5) - 1) * 7;
    for (let c = 0; c < 3; c++) pixels[i + c] = clamp((pixels[i + c]! + grain) / 255) * 255;
  }
}

const TEXTS = {
  caption: 'Ruộng bậc thang thôn Phiêng Lào, xã Khuổi Thàng vào mùa lúa chín.',
  credit: 'Minh họa: Copydesk',
  copyright: '© Copydesk',
  creator: 'Copydesk',
  alt: 'Những thửa ruộng bậc thang vàng óng xếp lớp xuống thung lũng lúc bình minh, xa xa là các dãy núi chìm trong sương.',
};
const inLanguage = (text: string): string => `<rdf:Alt><rdf:li xml:lang="x-default">${text}</rdf:li></rdf:Alt>`;
const xmp = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">
<dc:description>${inLanguage(TEXTS.caption)}</dc:description>
<dc:creator><rdf:Seq><rdf:li>${TEXTS.creator}</rdf:li></rdf:Seq></dc:creator>
<dc:rights>${inLanguage(TEXTS.copyright)}</dc:rights>
<photoshop:Credit>${TEXTS.credit}</photoshop:Credit>
<Iptc4xmpCore:AltTextAccessibility>${inLanguage(TEXTS.alt)}</Iptc4xmpCore:AltTextAccessibility>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;

const target = process.argv[2] ?? path.resolve(import.meta.dirname, '../resources/sample/photo.jpg');
const pixels = await draw();
addGrain(pixels);
const { size } = await sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
  .withXmp(xmp)
  .jpeg({ quality: 80, mozjpeg: true })
  .toFile(target);
console.log(`${target}: ${Math.round(size / 1024)} KB`);
