// Makes an object throw by name where the app reaches for something of Electron's that the stand-in does not provide.

// What the language, Node and Playwright themselves ask of any object; an absent one is simply absent.
const ASKED_OF_ANY = new Set([
  'then',
  'toJSON',
  'constructor',
  'prototype',
  'nodeType',
  'asymmetricMatch',
  'domain',
  'inspect',
  'valueOf',
  'toString',
]);

/** The error for a use of `name`, such as `BrowserWindow.setKiosk`. */
export const notProvided = (name: string) => new Error(`electron stand-in: ${name} is not provided`);

/** The same object behind a proxy that throws on reading anything it lacks. Setting stays possible: specs replace methods. */
export function guard<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (typeof key === 'symbol' || key in object || ASKED_OF_ANY.has(key) || key.startsWith('_')) {
        return Reflect.get(object, key, receiver);
      }
      throw notProvided(`${name}.${key}`);
    },
  });
}

/** A whole module or class of Electron's that the stand-in lacks: any use throws by its name. */
export function absent(name: string): unknown {
  const fail = () => {
    throw notProvided(name);
  };
  return new Proxy(function absentClass() {}, {
    get(_object, key) {
      if (typeof key === 'symbol' || ASKED_OF_ANY.has(key)) return undefined;
      throw notProvided(`${name}.${key}`);
    },
    apply: fail,
    construct: fail,
  });
}
