import type { CDPSession, Page } from '@playwright/test';
import { newId } from '../../story/ids.ts';
import { figure, paragraph } from '../unit/schema/editing.ts';
import { expect, storyOf, test } from './page.ts';

/** Every letter of the Vietnamese alphabet under every tone, small and capital. */
const LETTERS = (() => {
  const vowels = [...'aăâeêioôơuưy'];
  const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
  const small = [...vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC'))), 'đ'];
  return [...small, ...small.map((letter) => letter.toUpperCase())];
})();
const OTHERS = '₫“”‘’…–—°²³½€×·•\u00a0';

type Look = { family: string; weight: number; italic: boolean };
type Used = { familyName: string; postScriptName: string; isCustomFont: boolean; glyphCount: number };

/** The faces in which Chromium draws a text. */
async function facesOf(page: Page, cdp: CDPSession, text: string, { family, weight, italic }: Look): Promise<Used[]> {
  await page.evaluate(
    async ([words, token, bold, style]) => {
      document.getElementById('look')?.remove();
      const made = Object.assign(document.createElement('p'), { id: 'look', textContent: words });
      Object.assign(made.style, { fontFamily: `var(${token})`, fontWeight: `${bold}`, fontStyle: style });
      document.body.prepend(made);
      await document.fonts.load(`${style} ${bold} 16px ${getComputedStyle(made).fontFamily}`, words as string);
      await document.fonts.ready;
      made.getBoundingClientRect();
    },
    [text, family, weight, italic ? 'italic' : 'normal'] as const,
  );
  await cdp.send('DOM.enable');
  await cdp.send('CSS.enable');
  const { root } = await cdp.send('DOM.getDocument');
  const { nodeId } = await cdp.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#look' });
  const { fonts } = await cdp.send('CSS.getPlatformFontsForNode', { nodeId });
  return fonts as Used[];
}

const LOOKS: Look[] = ['--font-ui', '--font-text'].flatMap((family) =>
  [400, 600, 650, 700].flatMap((weight) => [false, true].map((italic) => ({ family, weight, italic }))),
);

/**
 * As UniKey's "Unicode tổ hợp" types them: the vowel as it is, and its tone behind it. Not ậ, ệ, ộ: their marks change
 * places before they are drawn, and no bundled file has all of them; they are in another face until they are composed.
 */
const WITH_TONES_APART = LETTERS.filter((letter) => !/[ậệộ]/i.test(letter)).map((letter) => {
  const [, vowel = '', tone = ''] = /^(.*?)([\u0300\u0301\u0303\u0309\u0323]?)$/u.exec(toneLast(letter)) ?? [];
  return vowel.normalize('NFC') + tone;
});

/** A letter's marks with the tone behind the others. */
function toneLast(letter: string): string {
  const [base = '', ...marks] = [...letter.normalize('NFD')];
  const isTone = (mark: string) => /[\u0300\u0301\u0303\u0309\u0323]/.test(mark);
  return base + [...marks.filter((mark) => !isTone(mark)), ...marks.filter(isTone)].join('');
}

test('every Vietnamese letter is the bundled face’s own, in every weight and style that is used', async ({ desk }) => {
  const { page, cdp } = desk;
  expect(LETTERS).toHaveLength(146);
  expect(WITH_TONES_APART).toContain('ơ\u0301');
  for (const look of LOOKS)
    for (const text of [LETTERS.join(' ') + OTHERS, WITH_TONES_APART.join(' '), 'Łukasz Erdoğan Šmíd Dvořák']) {
      const used = await facesOf(page, cdp, text, look);
      const which = `${JSON.stringify(look)} ${text.slice(0, 12)}`;
      for (const { isCustomFont, postScriptName } of used) {
        expect(isCustomFont, which).toBe(true);
        expect(postScriptName, which).toMatch(look.family === '--font-ui' ? /^BeVietnamPro-/ : /^SourceSerif4-/);
        // A slanted or thickened one would have the name of the upright, or the thin one.
        expect(/Italic/.test(postScriptName), which).toBe(look.italic);
        if (look.family === '--font-ui') expect(/SemiBold/.test(postScriptName), which).toBe(look.weight > 400);
      }
      expect(used.length, which).toBeGreaterThan(0);
    }
});

test('nothing is slanted or thickened by the machine', async ({ desk }) => {
  await desk.open(storyOf(paragraph('một')));
  const synthesis = await desk.page
    .locator('[data-body] p')
    .evaluate((one) => [getComputedStyle(one).fontSynthesisStyle, getComputedStyle(one).fontSynthesisWeight]);
  expect(synthesis).toEqual(['none', 'none']);
});

test('no letter is cut off: Ẳ, Ể, Ự and their like stand whole within their line, underlined too', async ({ desk }) => {
  const { page } = desk;
  const made = storyOf(
    { id: newId(), type: 'heading', level: 2, runs: [{ text: 'ẲỂỰ ẴỄỮ' }] },
    paragraph({ text: 'ẲỂỰ ẴỄỮ gạch chân', underline: true }),
    figure('ẲỂỰ'),
  );
  made.fields = { ...made.fields, kicker: 'ẲỂỰ', headline: 'ẲỂỰ ẴỄỮ', standfirst: 'ẲỂỰ ẴỄỮ' };
  await desk.open(made);
  const tight = await page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
    const places = [
      ...document.querySelectorAll<HTMLElement>('[data-field], [data-body] p, [data-body] h2, [data-body] textarea'),
    ];
    return places.flatMap((place) => {
      const { font, fontStyle, fontWeight, fontSize, fontFamily, lineHeight } = getComputedStyle(place);
      context.font = font || `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
      const { actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } = context.measureText('ẲỂỰẴỄỮ');
      // What is drawn from the top of Ẳ to the dot under Ự; marks of spelling lie within the descent.
      const isTight = up + down > Number.parseFloat(lineHeight) + 0.5;
      return isTight ? [`${place.dataset.field ?? place.tagName}: ${up + down} in ${lineHeight}`] : [];
    });
  });
  expect(tight).toEqual([]);
});
