import type { CheckReport, DestinationConfig, DestinationDraft, DestinationView } from '../../preload/contract.ts';
import { type Renditions, renditionsSchema, USUAL_RENDITIONS } from '../../story/photo/renditions.ts';
import { type DestinationType, type FieldName, kindOf } from './kinds.ts';

/** What the form holds, as text. */
export type FormValues = Record<string, string | undefined>;
/** Fields that are still empty. */
export type Needed = Partial<Record<FieldName, true>>;

type Shape = { type: DestinationType; destination: DestinationView | null };

/** The draft of a destination out of its form. A secret left empty is the one there is; whether it is kept is told each time. */
export function draftOf({ type, destination }: Shape, values: FormValues): DestinationDraft {
  const text = (name: string) => (values[name] ?? '').trim();
  const isOn = (name: string) => values[name] === 'on';
  const { config, hasSecret } = kindOf(type);
  const secret = hasSecret ? text('secret') : '';
  return {
    ...(destination && { id: destination.id }),
    name: text('name'),
    config: { ...config({ text, isOn }), ...renditionsIn(type, values) } as DestinationConfig,
    ...(secret !== '' && { secret }),
    ...(hasSecret && { keepSecret: isOn('keepSecret') }),
  };
}

/** The usual ones are not kept: what is usual may become something better. */
function renditionsIn(type: DestinationType, { maxSide, format, targetKb }: FormValues): { renditions?: Renditions } {
  const wanted = renditionsSchema.safeParse({ format, maxSide: Number(maxSide), targetKb: Number(targetKb) });
  const usual = USUAL_RENDITIONS[type];
  if (!wanted.success || JSON.stringify(wanted.data) === JSON.stringify(renditionsSchema.parse(usual))) return {};
  return { renditions: wanted.data };
}

export function neededOf(draft: DestinationDraft, destination: DestinationView | null): Needed {
  const has = destination?.secret === 'stored' || destination?.secret === 'session';
  const given: Record<string, unknown> = { ...draft.config, name: draft.name, secret: draft.secret || has };
  const missing = kindOf(draft.config.type).needed.filter((name) => !given[name]);
  return Object.fromEntries(missing.map((name) => [name, true]));
}

/** Which sentence a check's report is. */
export const reportKey = (type: DestinationType, report: CheckReport) =>
  type === 'ninjs'
    ? reportOfReceiver(report)
    : type === 'folder' || type === 'sftp'
      ? 'settings.checkFolder'
      : !report.canPublish
        ? 'settings.checkNoPublish'
        : !report.canUpload
          ? 'settings.checkNoUpload'
          : report.account === ''
            ? 'settings.checkKey'
            : 'settings.checkOk';

/** A receiver has no accounts: what is told is whether somebody answers there, and what could not be known. */
const reportOfReceiver = ({ canUpload, keyUnknown }: CheckReport) =>
  !canUpload ? 'settings.checkNoMedia' : keyUnknown ? 'settings.checkKeyUnknown' : 'settings.checkReceiver';
