import { SaxesParser } from 'saxes';

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const PREFIXES: Record<string, string> = {
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://ns.adobe.com/photoshop/1.0/': 'photoshop',
  'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/': 'Iptc4xmpCore',
  'http://iptc.org/std/Iptc4xmpExt/2008-02-29/': 'Iptc4xmpExt',
  'http://ns.adobe.com/xap/1.0/rights/': 'xmpRights',
};
const MAX_PACKET = 4 * 1024 * 1024;

type Value = { lang: string; text: string };

/**
 * The texts of an XMP packet (ISO 16684-1): from a property's usual name (`dc:description`) to its values in order; of a
 * language alternative the default one, then Vietnamese, then the first. Only properties of the photo itself are read,
 * not those of structures inside. A packet that is broken half-way gives what came before.
 */
export function readXmp(packet: Uint8Array): Map<string, string[]> {
  const found = new Map<string, Value[]>();
  if (packet.length > MAX_PACKET) return new Map();
  const path: string[] = [];
  let open: Value | null = null;

  const add = (uri: string, local: string, value: Value): Value | null => {
    const prefix = PREFIXES[uri];
    if (!prefix) return null;
    const name = `${prefix}:${local}`;
    found.set(name, [...(found.get(name) ?? []), value]);
    return value;
  };
  const parser = new SaxesParser({ xmlns: true });
  const property: { uri: string; local: string }[] = [];
  parser.on('opentag', (tag) => {
    path.push(tag.uri + tag.local);
    property.push({ uri: tag.uri, local: tag.local });
    const inside = path.lastIndexOf(`${RDF}RDF`);
    const depth = inside < 0 || path[inside + 1] !== `${RDF}Description` ? 0 : path.length - inside;
    const lang = Object.values(tag.attributes).find((a) => a.name === 'xml:lang')?.value ?? '';
    open = null;
    if (depth === 2) for (const a of Object.values(tag.attributes)) add(a.uri, a.local, { lang: '', text: a.value });
    if (depth === 3) open = add(tag.uri, tag.local, { lang, text: '' });
    if (depth === 5 && path.at(-1) === `${RDF}li`) {
      const of = property[inside + 2]!;
      open = add(of.uri, of.local, { lang, text: '' });
    }
  });
  parser.on('closetag', () => {
    path.pop();
    property.pop();
    open = null;
  });
  const append = (text: string): void => {
    if (open) open.text += text;
  };
  parser.on('text', append);
  parser.on('cdata', append);
  // Half-broken packets are common: read on, and keep what can be made out.
  parser.on('error', () => undefined);
  parser.write(withoutControls(new TextDecoder(encodingOf(packet)).decode(packet))).close();

  return new Map([...found].map(([name, values]) => [name, choose(values)]));
}

function choose(values: Value[]): string[] {
  const full = values.filter((value) => value.text.trim() !== '');
  const inLanguages = full.filter((value) => value.lang !== '');
  if (inLanguages.length === 0) return full.map((value) => value.text);
  const best =
    inLanguages.find((value) => value.lang === 'x-default') ??
    inLanguages.find((value) => /^vi\b/i.test(value.lang)) ??
    inLanguages[0]!;
  return [best.text];
}

/** XMP is UTF-8 nearly always, but may be UTF-16. */
function encodingOf(packet: Uint8Array): string {
  if ((packet[0] === 0xfe && packet[1] === 0xff) || (packet[0] === 0 && packet[1] === 0x3c)) return 'utf-16be';
  if ((packet[0] === 0xff && packet[1] === 0xfe) || (packet[0] === 0x3c && packet[1] === 0)) return 'utf-16le';
  return 'utf-8';
}

// Some cameras and tools pad with zero bytes, which XML forbids.
const withoutControls = (xml: string): string => xml.replace(/[^\t\n\r\P{Cc}]/gu, '');
