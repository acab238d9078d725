/** Text without tone marks and diacritics, đ as d ("Đắk Lắk" -> "Dak Lak"). Ð (eth), which old converters write for Đ, too. */
export const withoutMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đð]/g, 'd')
    .replace(/[ĐÐ]/g, 'D');

/** Text for searching: lower case, without marks. Apply it before indexing and before querying. */
export const fold = (text: string): string => withoutMarks(text.toLowerCase());
