import type { Language } from '../../model.ts';
import { note, type PasteReport } from './report.ts';
import { cleanText } from './text.ts';

export type PlainBlock =
  | { type: 'paragraph' | 'quote'; text: string }
  | { type: 'listItem'; list: 'bullet' | 'number'; indent: number; text: string };

/** Text exactly as its lines are, blank ones left out. */
export const linesOf = (text: string): PlainBlock[] =>
  splitLines(text)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ type: 'paragraph', text: line.trim() }));

const splitLines = (text: string): string[] =>
  cleanText(text)
    .replace(/\t/g, ' ')
    .split(/\r\n?|\n|\u2028|\u2029/);

const BULLET = /^(\s*)([-*•–·▪◦+])\s+(?=\S)/;
const NUMBER = /^(\s*)(\d{1,3})[.)]\s+(?=\S)/;
const QUOTED = /^\s*(>\s?)+/;

/**
 * Plain text as blocks: every line is a paragraph, as newsrooms write; blank lines only part them. Lines cut at one width
 * are joined, lines behind `>` are a quote, and where two neighbours are items (`- `, `1. `) they are a list: dashes and
 * numbers that stand alone are words. In Vietnamese neighbours with dashes are speech as often as a list: they stay as written.
 */
export function plainBlocks(text: string, report: PasteReport, language: Language): PlainBlock[] {
  const lines = splitLines(text);
  const blocks: PlainBlock[] = [];
  for (let at = 0; at < lines.length; ) {
    if ((lines[at] ?? '').trim() === '') {
      at++;
      continue;
    }
    let end = at;
    const isQuote = QUOTED.test(lines[at] ?? '');
    while (end < lines.length && (lines[end] ?? '').trim() !== '' && QUOTED.test(lines[end] ?? '') === isQuote) end++;
    const group = lines.slice(at, end);
    if (isQuote) {
      note(report, 'quote');
      const quoted = group.map((line) => line.replace(QUOTED, ''));
      blocks.push(...paragraphsOf(quoted).map((words) => ({ type: 'quote' as const, text: words })));
    } else blocks.push(...(language === 'vi' && isSpeech(group) ? group.map(asWritten) : groupBlocks(group, report)));
    at = end;
  }
  return blocks;
}

/** A mail's lines behind `>`, of which blank ones part the paragraphs. */
function paragraphsOf(lines: readonly string[]): string[] {
  const paragraphs: string[][] = [[]];
  for (const line of lines) line.trim() === '' ? paragraphs.push([]) : paragraphs.at(-1)?.push(line.trim());
  return paragraphs.filter((each) => each.length > 0).map((each) => each.join(' '));
}

/** Lines that all begin with a dash, none further in than another. */
const isSpeech = (group: readonly string[]): boolean =>
  group.every((line) => /^\s*[-–—]\s+\S/.test(line)) && new Set(group.map((line) => line.search(/\S/))).size === 1;

const asWritten = (line: string): PlainBlock => ({ type: 'paragraph', text: line.trim() });

function groupBlocks(group: readonly string[], report: PasteReport): PlainBlock[] {
  for (const [list, mark] of [
    ['bullet', BULLET],
    ['number', NUMBER],
  ] as const) {
    if (group.length < 2 || !group.every((line) => mark.test(line))) continue;
    if (list === 'number' && !counts(group)) continue;
    note(report, 'list');
    const widths = group.map((line) => (mark.exec(line)?.[1] ?? '').length);
    const steps = [...new Set(widths)].sort((a, b) => a - b);
    return group.map((line, index) => ({
      type: 'listItem',
      list,
      indent: Math.min(6, steps.indexOf(widths[index] ?? 0)),
      text: line.replace(mark, '').trim(),
    }));
  }
  const words = group.map((line) => line.trim());
  if (!isHardWrapped(group)) return words.map((line) => ({ type: 'paragraph', text: line }));
  note(report, 'joined');
  return [{ type: 'paragraph', text: words.join(' ') }];
}

/** 1, 2, 3…: years and scores at the start of lines do not count up. */
const counts = (group: readonly string[]): boolean => {
  const numbers = group.map((line) => Number(NUMBER.exec(line)?.[2]));
  return numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1 || number === 1);
};

/** Three lines or more, none over 80 characters, each but the last so full that the next one's first word had no room. */
function isHardWrapped(group: readonly string[]): boolean {
  if (group.length < 3) return false;
  const widest = Math.max(...group.map((line) => line.trimEnd().length));
  if (widest > 80 || widest < 50) return false;
  return group.slice(0, -1).every((line, index) => {
    const next = (group[index + 1] ?? '').trim().split(' ')[0] ?? '';
    return line.trimEnd().length + 1 + next.length > widest;
  });
}
