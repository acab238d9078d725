/**
 * Text for searching: lower case, without tone marks and diacritics, đ as d ("Đắk Lắk" -> "dak lak").
 * Ð (eth), which old converters write for Đ, folds the same. Apply it before indexing and before querying.
 */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đð]/g, 'd');
