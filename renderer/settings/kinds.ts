import type { DestinationConfig } from '../../preload/contract.ts';

export type DestinationType = DestinationConfig['type'];
export type ConfigOf<T extends DestinationType> = Extract<DestinationConfig, { type: T }>;
/** Fields of a destination's form that a person may have left empty. */
export type FieldName = 'name' | 'path' | 'url' | 'user' | 'secret' | 'host';
/** What a form holds: a field's text, trimmed, and whether a box is ticked. */
export type Read = { text(name: string): string; isOn(name: string): boolean };

/** What the form of one type of destination asks for. What it shows is in fields.tsx. */
type Kind<T extends DestinationType> = {
  /** The settings out of the form, without what is made of photos. */
  config(form: Read): Omit<ConfigOf<T>, 'renditions'>;
  /** Fields that must not be left empty; a secret may be, where there is one. */
  needed: readonly FieldName[];
  hasSecret: boolean;
  /** What the list says of it under its name. */
  line(config: ConfigOf<T>): string;
};

const KINDS: { readonly [T in DestinationType]: Kind<T> } = {
  wordpress: {
    config: ({ text }) => ({ type: 'wordpress', url: text('url'), user: text('user') }),
    needed: ['name', 'url', 'user', 'secret'],
    hasSecret: true,
    line: ({ url, user }) => `${url} · ${user}`,
  },
  ghost: {
    config: ({ text }) => ({ type: 'ghost', url: text('url') }),
    needed: ['name', 'url', 'secret'],
    hasSecret: true,
    line: ({ url }) => url,
  },
  ninjs: {
    config: ({ text }) => ({
      type: 'ninjs',
      url: text('url'),
      dialect: text('dialect') === 'superdesk' ? 'superdesk' : 'ninjs31',
      ...(text('mediaUrl') !== '' && { mediaUrl: text('mediaUrl') }),
    }),
    needed: ['name', 'url', 'secret'],
    hasSecret: true,
    line: ({ url }) => url,
  },
  folder: {
    config: ({ text, isOn }) => ({ type: 'folder', path: text('path'), open: isOn('open') }),
    needed: ['name', 'path'],
    hasSecret: false,
    line: ({ path }) => path,
  },
  sftp: {
    config: ({ text }) => ({
      ...{ type: 'sftp', host: text('host'), user: text('user'), path: text('path'), hostKey: text('hostKey') },
      port: Number(text('port')) || 22,
    }),
    needed: ['name', 'host', 'user', 'path', 'secret'],
    hasSecret: true,
    line: ({ host, user, path }) => `${user}@${host}:${path}`,
  },
};

/** The types in the order in which the settings offer them. */
export const TYPES = Object.keys(KINDS) as readonly DestinationType[];

/** TypeScript cannot follow that a configuration and its kind agree. */
export const kindOf = <T extends DestinationType>(type: T): Kind<DestinationType> =>
  KINDS[type] as unknown as Kind<DestinationType>;
