import { safeStorage } from 'electron';
import type { Secrets } from '../secrets.ts';

/**
 * The keychain by safeStorage's async calls (the sync ones are deprecated in Electron 45). On Linux the backend
 * `basic_text` only obfuscates, so it does not count as protected.
 */
export async function openSecrets(platform: NodeJS.Platform): Promise<Secrets> {
  const available = await safeStorage.isAsyncEncryptionAvailable().catch(() => false);
  const weak = platform === 'linux' && ['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());
  return {
    protected: available && !weak,
    seal: (text) => safeStorage.encryptStringAsync(text).catch(() => null),
    open: async (sealed) => {
      try {
        return (await safeStorage.decryptStringAsync(Buffer.from(sealed))).result;
      } catch {
        return null;
      }
    },
  };
}
