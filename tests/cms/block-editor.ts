// WordPress's own block editor, as it stands in the files of the site that the tests run: what it calls valid is valid. Its
// scripts are GPL: they are read from the machine's copy of WordPress, in tests alone, and nothing of them is ever shipped.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { JSDOM, VirtualConsole } from 'jsdom';
import { machine } from './machine.ts';

export type EditorBlock = {
  name: string;
  attributes: Record<string, unknown>;
  /** What the editor says against it; '' where it takes it as its own. */
  against: string;
  blocks: EditorBlock[];
};
export type BlockEditor = {
  /** The blocks of a post as written, each held against its type without any of the editor's mending of older forms. */
  read(content: string): EditorBlock[];
  /** The post as the editor saves it again. */
  save(content: string): string;
  close(): void;
};

const VENDOR: ReadonlySet<string> = new Set([
  ...['wp-polyfill', 'regenerator-runtime', 'react', 'react-dom', 'lodash', 'moment'],
]);

/** Runs in the page: scripts of the site, no words of a story in its source. */
const READ = `(content) => {
  const { blocks, blockSerializationDefaultParser: parser } = wp;
  const words = (list) => list.map(({ args }) => args.map(String).join(' ')).join('; ').slice(0, 2000);
  const one = ({ blockName, attrs, innerHTML, innerBlocks }) => {
    const inner = innerBlocks.map(one);
    const type = blocks.getBlockType(blockName ?? 'core/freeform');
    if (!type) return { name: String(blockName), attributes: {}, against: 'unknown type', blocks: inner, block: null };
    const attributes = blocks.getBlockAttributes(type, innerHTML, attrs ?? {});
    const block = { name: type.name, attributes, innerBlocks: inner.map(({ block }) => block), originalContent: innerHTML };
    const [valid, found] = blocks.validateBlock({ ...block, originalContent: innerHTML.trim() }, type);
    return { name: type.name, attributes, against: valid ? '' : words(found) || 'invalid', blocks: inner, block };
  };
  const bare = ({ block: _, blocks, ...rest }) => ({ ...rest, blocks: blocks.map(bare) });
  const read = parser.parse(content).filter(({ blockName, innerHTML }) => blockName || innerHTML.trim());
  return JSON.stringify(read.map(one).map(bare));
}`;
const SAVE = `(content) => wp.blocks.serialize(wp.blocks.parse(content))`;

export function openBlockEditor(): BlockEditor {
  const here = machine();
  if ('missing' in here) throw new Error(here.missing);
  const includes = path.join(here.files, 'wp-includes');
  const needs = dependencies(path.join(includes, 'assets/script-loader-packages.min.php'));
  const virtualConsole = new VirtualConsole();
  const { window } = new JSDOM('<!doctype html><body></body>', {
    ...{ runScripts: 'outside-only', pretendToBeVisual: true, url: 'https://bao.example.vn/', virtualConsole },
  });
  Object.assign(window, { wp: {}, matchMedia: () => ({ matches: false, addListener() {}, addEventListener() {} }) });
  for (const handle of inOrder('wp-block-library', needs)) {
    const file = VENDOR.has(handle) ? `vendor/${handle}` : handle.replace(/^wp-/, '');
    window.eval(readFileSync(path.join(includes, `js/dist/${file}.min.js`), 'utf8'));
    // As WordPress itself says it beside the script.
    if (handle === 'lodash') window.eval('window.lodash = _.noConflict()');
  }
  window.eval('wp.blockLibrary.registerCoreBlocks()');
  const read = window.eval(READ) as (content: string) => string;
  const save = window.eval(SAVE) as (content: string) => string;
  return { read: (content) => JSON.parse(read(content)) as EditorBlock[], save, close: () => window.close() };
}

type Needs = Record<string, { dependencies: string[] }>;

function dependencies(file: string): Needs {
  const said = spawnSync('php', ['-r', 'echo json_encode(include $argv[1]);', file], { encoding: 'utf8' });
  return JSON.parse(said.stdout) as Needs;
}

/** A script's dependencies, each after its own, and the script last. */
function inOrder(handle: string, needs: Needs, order: string[] = []): string[] {
  if (order.includes(handle)) return order;
  const inner = VENDOR.has(handle) ? [] : (needs[`${handle.replace(/^wp-/, '')}.min.js`]?.dependencies ?? []);
  for (const one of handle === 'react-dom' ? ['react'] : inner) inOrder(one, needs, order);
  if (!order.includes(handle)) order.push(handle);
  return order;
}
