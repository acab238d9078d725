import { htmlEscape } from '../../../../story/formats/escape.ts';
import type { GhostPhoto, GhostPost } from '../../../../story/formats/ghost/index.ts';
import type { Renditions } from '../../../../story/photo/renditions.ts';
import { type Reader, readAsReaders, sentFiles } from '../readers.ts';
import type { Readers, Remote } from '../site.ts';
import type { PublishRun } from '../types.ts';
import type { Ghost } from './client.ts';

/** A post and its photos as the site's readers get them, held against what was sent. */
export async function ghostReaders(
  ghost: Ghost,
  renditions: Renditions,
  run: PublishRun,
  remote: Remote,
  { title, html }: Pick<GhostPost, 'title' | 'html'>,
  sent: ReadonlyMap<string, GhostPhoto>,
): Promise<Readers> {
  const files = await sentFiles(run, renditions, sent, ({ url }) => url);
  const reader: Reader = {
    async page(url) {
      const page = await ghost.page(url);
      if (!page.ok) return page;
      return { ok: true, value: { ...page.value, html: withoutReferrer(page.value.html, ghost.site.url) } };
    },
    async file(url) {
      const file = await ghost.file(url);
      if (!file.ok) return file;
      return file.value ? { ok: true, value: file.value } : { ok: false, code: 'notFound' };
    },
  };
  // Of what a page shows no spans are compared.
  const content = html.replace(/<\/?span\b[^>]*>/g, '');
  return readAsReaders(reader, remote.url, { title: htmlEscape.text(title), content }, files);
}

/** Links as they were written: to those that lead elsewhere Ghost adds the name of the site that readers come from. */
function withoutReferrer(html: string, site: string): string {
  const host = (URL.parse(site)?.hostname ?? '').replaceAll('.', '\\.');
  return html.replace(new RegExp(`(?:\\?|&amp;|&)ref=${host}(?=["'#])`, 'g'), '');
}
