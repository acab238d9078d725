import { z } from '../zod.ts';

export const RENDITION_FORMATS = ['jpeg', 'webp', 'avif'] as const;
/** Pixels of the longer side, and thousands of bytes, that may be asked for. */
export const SIDES = { least: 320, most: 10_000 } as const;
export const TARGETS = { least: 20, most: 50_000 } as const;

/** What is made of each photo for a destination. */
export const renditionsSchema = z.strictObject({
  /** The longer side in pixels, at most. */
  maxSide: z.number().int().min(SIDES.least).max(SIDES.most),
  /** What is transparent is PNG where this is JPEG. */
  format: z.enum(RENDITION_FORMATS),
  /** Thousands of bytes at most: the quality goes down to 40 for it. */
  targetKb: z.number().int().min(TARGETS.least).max(TARGETS.most),
});
export type Renditions = z.infer<typeof renditionsSchema>;

/** Types of destination, as far as photos are concerned. */
export type RenditionsFor = 'wordpress' | 'ghost' | 'ninjs' | 'folder' | 'sftp';

/**
 * What goes out where nobody said otherwise: to a site, what a page soon loads; into a folder, what other systems of the
 * paper can still work with.
 */
export const USUAL_RENDITIONS: Readonly<Record<RenditionsFor, Renditions>> = {
  wordpress: { maxSide: 2560, format: 'jpeg', targetKb: 800 },
  ghost: { maxSide: 2000, format: 'jpeg', targetKb: 800 },
  folder: { maxSide: 2560, format: 'jpeg', targetKb: 1500 },
  ninjs: { maxSide: 2560, format: 'jpeg', targetKb: 1500 },
  sftp: { maxSide: 2560, format: 'jpeg', targetKb: 1500 },
};

/** Photos above these pixels are scaled once more by the site: readers would not get the file that was sent. */
const SITE_MOST: Readonly<Partial<Record<RenditionsFor, number>>> = { wordpress: 2560, ghost: 2000 };

/** Pixels of the longer side, at most, for a type of destination. */
export const sideMost = (type: RenditionsFor): number => SITE_MOST[type] ?? SIDES.most;

/** The renditions of a destination by its settings. */
export function renditionsOf(config: { type: RenditionsFor; renditions?: Renditions | undefined }): Renditions {
  const { type, renditions = USUAL_RENDITIONS[type] } = config;
  return { ...renditions, maxSide: Math.min(renditions.maxSide, sideMost(type)) };
}
