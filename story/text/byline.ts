import type { Language } from '../model.ts';

/** One credit of a byline, "Bài: Hoàng Văn Đức (HVĐ)": what was done, by whom, and the house's code for them. */
export type Credit = { role: string; name: string; code: string };

/** What people are credited with, as the houses of a language write it. */
export const BYLINE_ROLES: Readonly<Record<Language, readonly string[]>> = {
  vi: ['Bài', 'Ảnh', 'Bài và ảnh', 'Đồ họa', 'Video', 'Dịch', 'Tổng hợp', 'Biên tập'],
  en: ['Text', 'Photos', 'Text and photos', 'Graphics', 'Video', 'Translation', 'Compiled by', 'Editing'],
};

// A line, a semicolon; a dash only where a role stands behind it: "Tùng Vân - Thu Hà" is as the house wrote it.
const BORDER = /[\n;]|[^\S\n][-–—|][^\S\n]+(?=\p{L}[^:;()\n]{0,40}:[^\S\n]*[^\s/;])/u;
// Not the "https:" of an address.
const ROLE = /^(\p{L}[^:()]{0,40}?)\s*:(?!\/\/)\s*(\S[\s\S]*)$/u;
const CODE = /^(.*\S)\s*\(\s*([^()]*[^()\s])\s*\)$/u;

/** The credits of a byline. Never fails: what is not understood is a name. No word is lost, and their order is kept. */
export const parseByline = (text: string): Credit[] =>
  text
    .split(BORDER)
    .map((part) => creditOf(part.replace(/\s+/g, ' ').trim()))
    .filter(({ role, name, code }) => role + name + code !== '');

function creditOf(text: string): Credit {
  const [, role = '', rest = text] = ROLE.exec(text) ?? [];
  const [, name = rest, code = ''] = CODE.exec(rest) ?? [];
  return { role, name, code };
}

/** A byline of these credits, one a line; blank ones are left out. What it makes, `parseByline` reads as the same. */
export const formatByline = (credits: readonly Credit[]): string =>
  credits
    .map(formatCredit)
    .filter((line) => line !== '')
    .join('\n');

function formatCredit(credit: Credit): string {
  const [role, name, code] = [credit.role.trim(), credit.name.trim(), credit.code.trim()];
  const said = [role && (name || code) ? `${role}:` : role, name, code && `(${code})`];
  return said.filter((part) => part !== '').join(' ');
}

// "Nguyễn A, Trần B", "Tùng Vân - Thu Hà", "Lan và Hùng"
const BETWEEN_NAMES = /\s*[,&]\s*|\s+[-–—]\s+|\s+(?:và|and)\s+/u;

/** The names of one credit; of a credit that is only a role, that. */
export const creditNames = ({ name, role }: Pick<Credit, 'name' | 'role'>): string[] =>
  (name || role)
    .split(BETWEEN_NAMES)
    .map((one) => one.trim())
    .filter((one) => /[\p{L}\p{N}]/u.test(one));

/** The names in a byline, each once, without roles and codes: for outputs that want one author at a time. */
export const bylineNames = (text: string): string[] => [...new Set(parseByline(text).flatMap(creditNames))];
