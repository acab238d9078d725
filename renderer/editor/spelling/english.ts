// The English dictionary: loaded when first needed, since it is half a megabyte. Its package reads its files by Node.
import nspell from 'nspell';
import aff from '../../../node_modules/dictionary-en/index.aff?raw';
import dic from '../../../node_modules/dictionary-en/index.dic?raw';

export const english = nspell(aff, dic);
