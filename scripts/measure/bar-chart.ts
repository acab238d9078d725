/** Horizontal bars, a group a row. Values: null is drawn as "not measured". */
export type Chart = {
  title: string;
  unit: string;
  series: readonly string[];
  rows: readonly { name: string; isOurs: boolean; values: readonly (number | null)[] }[];
};

const WIDTH = 860;
const LEFT = 190;
const RIGHT = 70;
const TOP = 84;
const BAR = 12;
const GAP = 14;
const OURS = ['#8ec5e8', '#3b8fc4', '#12527c'];
const OTHERS = ['#d4d7dc', '#9aa1ab', '#5c6470'];

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const shown = (value: number): string => (value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3))));

/** An SVG on a light ground. All bars start at zero and have one scale. */
export function barChart({ title, unit, series, rows }: Chart): string {
  const most = Math.max(0, ...rows.flatMap((row) => row.values.map((value) => value ?? 0)));
  const scale = most > 0 ? (WIDTH - LEFT - RIGHT) / most : 0;
  const group = series.length * (BAR + 2) + GAP;
  const height = TOP + rows.length * group + 10;
  const text = (x: number, y: number, words: string, more = '') =>
    `<text x="${x}" y="${y}" ${more}>${escaped(words)}</text>`;
  const legend = series.map((name, n) => {
    const x = LEFT + n * 150;
    return `<rect x="${x}" y="56" width="12" height="12" fill="${OTHERS[n]}"/>${text(x + 18, 66, name)}`;
  });
  const bars = rows.flatMap(({ name, isOurs, values }, row) => {
    const top = TOP + row * group;
    const label = text(
      LEFT - 10,
      top + (group - GAP) / 2 + 4,
      name,
      `text-anchor="end"${isOurs ? ' font-weight="700"' : ''}`,
    );
    return [
      label,
      ...values.map((value, n) => {
        const y = top + n * (BAR + 2);
        if (value === null) return text(LEFT + 4, y + 10, 'not measured', 'fill="#767c85" font-size="10"');
        const width = Math.max(1, value * scale).toFixed(1);
        const bar = `<rect x="${LEFT}" y="${y}" width="${width}" height="${BAR}" fill="${(isOurs ? OURS : OTHERS)[n]}"/>`;
        return `${bar}${text(LEFT + Number(width) + 5, y + 10, shown(value), 'font-size="10"')}`;
      }),
    ];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(title)}" font-family="sans-serif" font-size="12" fill="#20242a">
<rect width="100%" height="100%" fill="#fff"/>
${text(16, 26, title, 'font-size="16" font-weight="700"')}
${text(16, 44, unit, 'fill="#5c6470"')}
${[...legend, ...bars].join('\n')}
</svg>
`;
}
