/**
 * The rimes of Vietnamese as the national script writes them, without tones: by medial, nucleus and final, after the
 * models of Đoàn Thiện Thuật (Ngữ âm tiếng Việt, 1977) and the attested rimes of Hoàng Phê (Từ điển vần, 1996). With the
 * few that came with later loans and onomatopoeia (oong, êng, uyp…).
 */
const OPEN = `
  a e ê i o ô ơ u ư y
  ai ao au ay âu ây eo êu ia iu oi ôi ơi ua ưa ui ưi ưu
  iêu yêu uôi ươi ươu
  oa oe uê uơ uy
  oai oao oay oeo uây uêu uya uyu`;
const NASAL = `
  am an ang anh ăm ăn ăng âm ân âng em en eng êm ên êng ênh im in inh om on ong oong ôm ôn ông ơm ơn ơng um un ung ưm ưn ưng
  iêm iên iêng yêm yên yêng uôm uôn uông ươm ươn ương
  oam oan oang oanh oăm oăn oăng oem oen oeng uân uâng uên uênh uơn uym uyn uynh uyên`;
const STOPPED = `
  ac ach ap at ăc ăp ăt âc âp ât ec ep et êc êch êp êt ic ich ip it oc ooc op ot ôc ôp ôt ơc ơp ơt uc up ut ưc ưp ưt
  iêc iêp iêt yêt uôc uôp uôt ươc ươp ươt
  oac oach oap oat oăc oăp oăt oec oet uâc uât uêch uêt uơt uych uyp uyt uyêt`;

const words = (list: string): string[] => list.trim().split(/\s+/);

/** Rimes that end in p, t, c or ch take no tone but sắc and nặng. */
export const STOPPED_RIMES: ReadonlySet<string> = new Set(words(STOPPED));
export const RIMES: ReadonlySet<string> = new Set([...words(OPEN), ...words(NASAL), ...STOPPED_RIMES]);

/** The two ways of marking oa, oe and uy where nothing follows: "hoà, thuý" (new) and "hòa, thúy" (old). Both are right. */
export type Placement = 'new' | 'old';
export const TWO_WAYS: ReadonlySet<string> = new Set(['oa', 'oe', 'uy']);

const SIGNED = /[ăâêôơư]/;

/** Which letter of a rime bears the tone mark: an index into its letters. */
export function toneLetter(rime: string, placement: Placement): number {
  const letters = [...rime];
  const signed = letters.findLastIndex((letter) => SIGNED.test(letter));
  if (signed >= 0) return signed;
  const vowels = letters.findIndex((letter) => !'aeiouy'.includes(letter));
  if (vowels > 0) return vowels - 1;
  if (letters.length === 3) return 1;
  return TWO_WAYS.has(rime) && placement === 'new' ? 1 : 0;
}
