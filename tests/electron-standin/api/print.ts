import type { Session } from '../cdp/connection.ts';
import { notProvided } from '../guard.ts';

// Inches, as printToPDF has them.
const PAPER: Record<string, [number, number]> = {
  A3: [11.7, 16.54],
  A4: [8.27, 11.69],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
  Tabloid: [11, 17],
  Ledger: [17, 11],
}; // prettier-ignore

/** Page.printToPDF is what Electron calls too; only page sizes and margins are named differently. */
export async function printToPDF(session: Session, options: Electron.PrintToPDFOptions): Promise<Buffer> {
  const { pageSize = 'Letter', margins = {}, ...rest } = options;
  const paper = typeof pageSize === 'string' ? PAPER[pageSize] : ([pageSize.width, pageSize.height] as const);
  if (!paper) throw notProvided(`printToPDF({ pageSize: ${JSON.stringify(pageSize)} })`);
  const [paperWidth, paperHeight] = paper;
  const { top, bottom, left, right } = margins;
  const { data } = await session.send('Page.printToPDF', {
    ...rest,
    paperWidth,
    paperHeight,
    marginTop: top,
    marginBottom: bottom,
    marginLeft: left,
    marginRight: right,
  }); // prettier-ignore
  return Buffer.from(data, 'base64');
}
