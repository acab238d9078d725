import type { FieldName } from '../story/model.ts';
import { embargoOf, momentText } from '../story/text/embargo.ts';
import { typeText } from './types/names.ts';

/** A field's text as a person reads it: an embargo in the newsroom's time. */
export function fieldText(name: FieldName, text: string, timeZone: string): string {
  if (name === 'type') return typeText(text);
  const embargo = name === 'embargo' ? embargoOf(text) : null;
  return embargo?.kind === 'until' ? momentText(embargo.at, timeZone) : text;
}
