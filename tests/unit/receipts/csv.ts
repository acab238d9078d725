/** Reads CSV by RFC 4180, strictly: throws on a stray quote, on LF alone, and on a last line that does not end. */
export function readCsv(text: string): string[][] {
  if (!text.startsWith('\uFEFF')) throw new Error('no byte order mark');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 1;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at++; ; at++) {
        if (at >= text.length) throw new Error('a quote without its end');
        if (text[at] === '"' && text[at + 1] === '"') at++;
        else if (text[at] === '"') break;
        cell += text[at];
      }
      at++;
    } else {
      const end = /[,\r\n"]/.exec(text.slice(at))?.index;
      if (end === undefined) throw new Error('the last line does not end');
      cell = text.slice(at, at + end);
      at += end;
    }
    row.push(cell);
    if (text[at] === ',') at++;
    else if (text.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
      continue;
    } else throw new Error(`not CSV at ${at}: ${JSON.stringify(text.slice(at, at + 20))}`);
    // A comma at the end of a line: an empty cell follows.
    if (text.startsWith('\r\n', at)) {
      row.push('');
      rows.push(row);
      row = [];
      at += 2;
    }
  }
  return rows;
}
