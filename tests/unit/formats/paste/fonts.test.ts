import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { $getRoot, $getState, $insertNodes } from 'lexical';
import { expect, test } from 'vitest';
import { createHeadlessStoryEditor } from '../../../../story/document.ts';
import { cleanPaste } from '../../../../story/formats/paste/clean.ts';
import { $takeFonts, holdLetters, markFonts, unmarkFonts } from '../../../../story/formats/paste/fonts.ts';
import { $nodesFromPaste } from '../../../../story/formats/paste/nodes.ts';
import { quietHtml } from '../../../../story/formats/paste/quietHtml.ts';
import { fontState } from '../../../../story/schema/text/font.ts';
import { $leaves } from '../../../../story/schema/text/leaves.ts';

const { DOMParser } = new JSDOM('').window;
const WORD = readFileSync(new URL('../../../fixtures/legacy/word.html', import.meta.url), 'utf8');

const parsed = (html: string) => new DOMParser().parseFromString(quietHtml(html), 'text/html');

/** The texts that come of pasted HTML, each behind its font. */
function fontsOf(html: string): string[] {
  const document = parsed(html);
  markFonts(document);
  cleanPaste(document, 'word');
  unmarkFonts(document, 'td, th');
  const editor = createHeadlessStoryEditor();
  editor.update(
    () => {
      $getRoot().clear().selectEnd();
      $insertNodes($takeFonts($nodesFromPaste(document)));
    },
    { discrete: true },
  );
  return editor.read(() =>
    $leaves($getRoot()).map((leaf) => `${$getState(leaf, fontState) ?? '-'}: ${leaf.getTextContent()}`),
  );
}

test('fonts come from the style sheet, from styles and from <font>; soft hyphens are letters in them', () => {
  expect(fontsOf(WORD)).toEqual([
    'tcvn3Capitals: b¸o c¸o',
    '-:  ',
    'tcvn3: cña huyÖn Nµ Rµo',
    'tcvn3: Thµnh phè B¾c K¹n',
    '-:  ',
    'tcvn3: ®\u00ada nghÞ quyÕt',
    '-:  ',
    'tcvn3: vµo cuéc sèng;',
    '-:  tỷ lệ đạt 57,54%',
    'vni: Ngöôøi daân ñi caáy',
    '-:  ',
    'tcvn3: víi',
    '-:  ',
    'tcvn3: x· b¹n',
    'tcvn3: .',
  ]);
  expect(fontsOf('<p><font face=".VnArial">§¶ng</font> và Đoàn</p>')).toEqual(['tcvn3: §¶ng', '-:  và Đoàn']);
});

test('a page in other fonts is not touched', () => {
  expect(fontsOf('<p style="font-family:Arial">Đảng\u00ad bộ</p>')).toEqual(['-: Đảng bộ']);
});

test('a page whose letters tell keeps the soft hyphens that are its letters', () => {
  expect(fontsOf('<p>Mét n\u00adíc ViÖt Nam ®æi míi, h\u00adíng tíi t\u00ad\u00a1ng lai</p>')).toEqual([
    '-: Mét n\u00adíc ViÖt Nam ®æi míi, h\u00adíng tíi t\u00ad\u00a1ng lai',
  ]);
});

test('letters are held in an old encoding alone', () => {
  const seen = (text: string) => holdLetters(text, (held, free) => [held, free(held)]);
  expect(seen('Đảng\u00ad bộ')).toEqual(['Đảng\u00ad bộ', 'Đảng\u00ad bộ']);
  expect(seen('Mét n\u00adíc ViÖt Nam ®æi míi')).toEqual([
    'Mét n\ue0b5íc ViÖt Nam ®æi míi',
    'Mét n\u00adíc ViÖt Nam ®æi míi',
  ]);
  expect(seen('Đảng\u00ad bộ đã họp ở đây\nMét n\u00adíc ViÖt Nam ®æi míi')).toEqual([
    'Đảng\u00ad bộ đã họp ở đây\nMét n\ue0b5íc ViÖt Nam ®æi míi',
    'Đảng\u00ad bộ đã họp ở đây\nMét n\u00adíc ViÖt Nam ®æi míi',
  ]);
});
