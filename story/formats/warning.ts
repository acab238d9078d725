/** What a format could not carry, or a receiver will miss. `detail`: the address, photo hash or words it is about. */
export type Warning = {
  code: 'unsafeLink' | 'missingPhoto' | 'missingAlt' | 'missingHeadline' | 'relativeHref';
  detail?: string;
};
