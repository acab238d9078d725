/** The operating system's keychain, as main's rooms see it; the shell implements it with safeStorage's async calls. */
export interface Secrets {
  /** Whether the keychain really protects (false on Linux's basic_text backend). */
  readonly protected: boolean;
  /** Text to ciphertext; null where there is no keychain to be had (none, locked, refused): then it must not be stored. */
  seal(text: string): Promise<Uint8Array | null>;
  /** Ciphertext to text; null where it cannot be read any more (another user's keychain, a lost key). */
  open(sealed: Uint8Array): Promise<string | null>;
}
