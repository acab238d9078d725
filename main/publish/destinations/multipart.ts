type Part = { name: string; text: string } | { name: string; file: string; type: string; bytes: Uint8Array };

/** A form of RFC 7578, the same bytes every time: a part of `id` is its boundary. Names and file names are ASCII without quotes. */
export function multipart(id: string, parts: readonly Part[]): { contentType: string; body: Uint8Array } {
  const boundary = `copydesk-${id.slice(0, 40)}`;
  const pieces = parts.flatMap((part) => [
    `--${boundary}\r\nContent-Disposition: form-data; name="${part.name}"`,
    'file' in part ? `; filename="${part.file}"\r\nContent-Type: ${part.type}\r\n\r\n` : '\r\n\r\n',
    'file' in part ? part.bytes : part.text,
    '\r\n',
  ]);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([...pieces, `--${boundary}--\r\n`].map((piece) => Buffer.from(piece as Uint8Array))),
  };
}
