/** How long a story is in its columns. */
export type Length = {
  /** Lines of the body, and of the headline and the standfirst over it. */
  lines: number;
  headline: number;
  standfirst: number;
  /** Column centimetres of the body: its height set in one column. */
  columnCm: number;
  /** Centimetres that the body is high in the columns it is set in. */
  depthCm: number;
};

const CM = 96 / 2.54;
const cm = (pixels: number): number => Math.round((pixels / CM) * 10) / 10;

/** Measures a page set with COLUMN_STYLESHEET. `leading` in points. */
export function measure(page: Document, leading: number): Length {
  const root = page.documentElement.style;
  const body = page.querySelector('.body');
  const heightOf = (element: Element | null): number => element?.getBoundingClientRect().height ?? 0;
  const depth = heightOf(body);
  const main = page.querySelector('main');
  // The same width, in one column: nothing but this measures what stands across the columns' ends.
  const columns = root.getPropertyValue('--columns');
  root.setProperty('--columns', '1');
  root.setProperty('--set', '1');
  const whole = main ? heightOf(body) : 0;
  root.setProperty('--columns', columns);
  root.setProperty('--set', columns);
  const line = (leading * 96) / 72;
  const linesOf = (selector: string, height: number): number =>
    Math.round(heightOf(page.querySelector(selector)) / height) || 0;
  const headline = page.querySelector('h1');
  const headlineLine = headline ? Number.parseFloat(getComputedStyle(headline).lineHeight) : line;
  return {
    lines: Math.round(whole / line),
    headline: linesOf('h1', headlineLine),
    standfirst: linesOf('.standfirst', line),
    columnCm: cm(whole),
    depthCm: cm(depth),
  };
}
