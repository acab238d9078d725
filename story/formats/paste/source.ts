import type { Source } from './report.ts';

/** Which program an HTML clipboard comes from: by its generator's marks, never by its words. `types`: the clipboard's. */
export function recogniseSource(html: string, types: readonly string[] = []): Source {
  const head = html.slice(0, 200_000);
  if (/<google-sheets-html-origin|data-sheets-(value|root)/i.test(head)) return 'sheets';
  if (/id=["']?docs-internal-guid/i.test(head) || types.some((type) => type.includes('google-docs'))) return 'docs';
  if (/content=["']?Excel\.Sheet|urn:schemas-microsoft-com:office:excel/i.test(head)) return 'excel';
  if (/<meta[^>]+content=["']?LibreOffice|<meta[^>]+content=["']?OpenOffice/i.test(head)) return 'office';
  if (
    /class=["']?(gmail_|moz-cite|moz-signature|yahoo_quoted|zmail)|type=["']?cite\b|id=["']?divRplyFwdMsg/i.test(head)
  )
    return 'mail';
  if (/class=["']?MsoNormal[^>]*>[^<]*<b>(From|Từ):|olk-copy-source|x_MsoNormal/i.test(head)) return 'outlook';
  if (
    /urn:schemas-microsoft-com:office:word|content=["']?Word\.Document|class=["']?Mso|style=["'][^"']*mso-/i.test(head)
  )
    return 'word';
  return 'web';
}
