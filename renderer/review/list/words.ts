import { FIGURE_FIELDS, type Format, type Setting, type SolidBlock } from '../../../story/model.ts';
import type { Entry } from '../../../story/review/suggest/entries.ts';
import { t } from '../../i18n.ts';
import { KINDS as BLOCK_KINDS, kindOfBlock } from './blockKinds.ts';
import type { Item } from './items.ts';

/** The most characters of a text that are read out. */
const MOST_SAID = 200;

/** What an entry does, in a few words: "Headline", "Bold on", "Photo inserted". */
export function kindText({ what, before, after, anchor }: Entry): string {
  switch (what.kind) {
    case 'words':
      return t(
        before === '' ? 'suggest.kind.insertion' : after === '' ? 'suggest.kind.deletion' : 'suggest.kind.replacement',
      );
    case 'format':
      return formatText(what.formats, what.link);
    case 'blocks': {
      const [block] = what.blocks as [SolidBlock];
      const name = t(`editor.${block.type}`);
      return t(what.isIn ? 'suggest.kind.blockIn' : 'suggest.kind.blockOut', { name, count: what.blocks.length });
    }
    case 'field':
      return 'field' in anchor ? t(`editor.field.${anchor.field}`) : t('suggest.kind.unknown');
    case 'setting':
      return settingText(what.settings, what);
    default:
      return t(`suggest.kind.${what.kind}`);
  }
}

type FormatWhat = Extract<Entry['what'], { kind: 'format' }>;
type SettingWhat = Extract<Entry['what'], { kind: 'setting' }>;

function formatText(formats: FormatWhat['formats'], link: FormatWhat['link']): string {
  const parts = formats.map(({ format, isOn }) =>
    t(isOn ? 'editor.announce.on' : 'editor.announce.off', { format: t(`editor.${format satisfies Format}`) }).replace(
      /\.$/,
      '',
    ),
  );
  if (link)
    parts.push(
      t(link.was === null ? 'suggest.kind.linkIn' : link.now === null ? 'suggest.kind.linkOut' : 'suggest.kind.link'),
    );
  return parts.join(', ') || t('suggest.kind.formatMixed');
}

function settingText(settings: readonly Setting[], { block, was }: SettingWhat): string {
  const [name] = settings;
  const text = FIGURE_FIELDS.find((field) => field === name);
  if (block.type === 'table') return t('suggest.kind.table');
  if (text && settings.length === 1) return t(`editor.text.${text}`);
  if (block.type === 'embed') return t('editor.embed');
  if (block.type === 'figure') return t(settings.includes('photo') ? 'suggest.kind.photo' : 'suggest.kind.picture');
  const [old, now] = [kindOfBlock({ ...block, ...was }), kindOfBlock(block)];
  if (old !== now) return t('suggest.kind.retyped', { before: t(BLOCK_KINDS[old]), after: t(BLOCK_KINDS[now]) });
  if ('box' in was) return t(block.box ? 'suggest.kind.boxIn' : 'suggest.kind.boxOut');
  return t('suggest.kind.indent');
}

/** What a screen reader says of an item that the person comes to. */
export function itemText(item: Item): string {
  if (item.kind === 'thread') {
    const { comments, words } = item.thread;
    return t('suggest.threadText', {
      name: comments[0]?.name ?? '',
      words: cut(words),
      text: cut(comments.at(-1)?.text ?? ''),
    });
  }
  const { name, before, after } = item.entry;
  const kind = kindText(item.entry);
  const words = { name, kind, before: cut(before), after: cut(after) };
  if (before === after) return t('suggest.entrySame', words);
  if (before === '') return t('suggest.entryIn', words);
  return after === '' ? t('suggest.entryOut', words) : t('suggest.entryText', words);
}

const cut = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MOST_SAID ? `${line.slice(0, MOST_SAID)}…` : line;
};
