/**
 * What Vietnamese input methods send, key by key, and the text that has to stand there: typed out, not computed.
 * Two ways, by `how`:
 * - composed: `steps` of a word are the preedit after each key; the word is then committed, and its space comes after it
 *   as a key ("key"), or in the same commit ("commit"). `keys`: each step comes behind a key that the method has taken
 *   (code 229); panels for handwriting and speech send none.
 * - backspaces: `keys` as pressed or sent, "<" is Backspace; letters no key has come as key events that carry text.
 */
export type Sequence = {
  method: string;
  source: string;
  /** Word by word, each with its space: the text to stand in the end. */
  words: readonly string[];
} & (
  | { how: 'composed'; keys: boolean; space: 'key' | 'commit'; steps: readonly (readonly string[])[] }
  | { how: 'backspaces'; keys: readonly string[] }
);

export const SEQUENCES: readonly Sequence[] = [
  {
    method: 'ibus-bamboo, Telex',
    source: 'ibus-bamboo, preedit mode: updatePreedit after each key; a space commits the word with it',
    how: 'composed',
    keys: true,
    space: 'commit',
    words: ['Thành ', 'phố ', 'Bắc ', 'Kạn '],
    steps: [
      ['T', 'Th', 'Tha', 'Than', 'Thanh', 'Thành'],
      ['p', 'ph', 'pho', 'phô', 'phố'],
      ['B', 'Ba', 'Bă', 'Băc', 'Bắc'],
      ['K', 'Ka', 'Kan', 'Kạn'],
    ],
  },
  {
    method: 'macOS, Telex',
    source:
      'NSTextInputClient as Chromium calls it: setMarkedText after each key, insertText at the space, then the space',
    how: 'composed',
    keys: true,
    space: 'key',
    words: ['được ', 'nghiệp ', 'trường ', 'hòa '],
    steps: [
      ['d', 'đ', 'đu', 'đư', 'đươ', 'đươc', 'được'],
      ['n', 'ng', 'ngh', 'nghi', 'nghie', 'nghiê', 'nghiêp', 'nghiệp'],
      ['t', 'tr', 'tru', 'trư', 'trươ', 'trươn', 'trương', 'trường'],
      ['h', 'ho', 'hoa', 'hòa'],
    ],
  },
  {
    method: "Windows' own Vietnamese keyboard, number keys",
    source:
      'TSF as slate issue 5918 has it: one composition a word, vowels and tones by number keys, ended by the space',
    how: 'composed',
    keys: true,
    space: 'key',
    words: ['tiếng ', 'Việt ', 'tỉnh ', 'nước '],
    steps: [
      ['t', 'ti', 'tiê', 'tiên', 'tiêng', 'tiếng'],
      ['V', 'Vi', 'Viê', 'Viêt', 'Việt'],
      ['t', 'ti', 'tin', 'tinh', 'tỉnh'],
      ['n', 'nư', 'nươ', 'nươc', 'nước'],
    ],
  },
  {
    method: 'a panel for handwriting or speech',
    source:
      'the Windows input panel and macOS dictation, as Chromium gets them: compositions without a key before them',
    how: 'composed',
    keys: false,
    space: 'commit',
    words: ['Ủy ', 'ban ', 'nhân dân '],
    steps: [['Ủ', 'Ủy'], ['ban'], ['nhân', 'nhân dân']],
  },
  {
    method: 'fcitx5-bamboo, VNI',
    source: 'fcitx5-bamboo: updateClientPreedit after each key, commitString at the space, which then comes as a key',
    how: 'composed',
    keys: true,
    space: 'key',
    words: ['Đắk ', 'Lắk ', 'khỏe ', 'thúy '],
    steps: [
      ['D', 'Da', 'Dak', 'Dăk', 'Dắk', 'Đắk'],
      ['L', 'La', 'Lak', 'Lăk', 'Lắk'],
      ['k', 'kh', 'kho', 'khoe', 'khỏe'],
      ['t', 'th', 'thu', 'thuy', 'thúy'],
    ],
  },
  {
    method: 'UniKey, Telex',
    source: 'UniKey 4 (ukengine): Backspaces for what changes of the word, then its new letters, by SendInput',
    how: 'backspaces',
    words: ['được ', 'Tiếng ', 'Việt ', 'mưa '],
    keys: ['d<đ', 'uo<<ươ', 'c<<ợc', ' ', 'Tie<ê', 'ng<<<ếng', ' ', 'Vie<ê', 't<<ệt', ' ', 'mu<ư', 'a', ' '],
  },
  {
    method: 'EVKey, Telex',
    source: 'EVKey (VietKey engine), "send each letter": the whole word is taken back and sent again at each change',
    how: 'backspaces',
    words: ['Đồng ', 'Lạc ', 'người '],
    keys: ['D<Đ', 'o<<Đô', 'ng<<<<Đồng', ' ', 'Lac<<<Lạc', ' ', 'ngu<<<ngư', 'o<<<<ngươ', 'i<<<<<người', ' '],
  },
  {
    method: 'OpenKey, VNI',
    source: 'OpenKey (Engine.cpp, SendNewCharString): backspaceCount Backspaces, then the new letters as one event',
    how: 'backspaces',
    words: ['Xã ', 'Thượng ', 'quyết '],
    keys: ['Xa<ã', ' ', 'Thu<ư', 'o<<ươ', 'ng<<<ợng', ' ', 'quye<ê', 't<<ết', ' '],
  },
];
