// Chromium's `basic_text` backend: the key comes from a fixed password, so this hides a secret from a passing eye and no more. The
// ciphertext survives a restart; a changed byte is an error.
import { createCipheriv, createDecipheriv, pbkdf2Sync, randomBytes } from 'node:crypto';
import { guard } from '../guard.ts';
import { chromiumFor, runtime } from '../runtime.ts';

const VERSION = Buffer.from('v10');
const key = () => pbkdf2Sync('electron-standin', 'saltysalt', 1, 32, 'sha1');

async function encryptStringAsync(text: string): Promise<Buffer> {
  chromiumFor('safeStorage');
  if (typeof text !== 'string') throw new TypeError('Error processing argument at index 0, conversion failure');
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key(), iv);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([VERSION, iv, cipher.getAuthTag(), body]);
}

async function decryptStringAsync(encrypted: Buffer): Promise<Electron.DecryptStringAsyncReturnValue> {
  chromiumFor('safeStorage');
  if (!Buffer.isBuffer(encrypted)) throw new Error('Expected the first argument of decryptString() to be a buffer');
  if (!encrypted.subarray(0, 3).equals(VERSION))
    throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.');
  const decipher = createDecipheriv('aes-256-gcm', key(), encrypted.subarray(3, 15));
  decipher.setAuthTag(encrypted.subarray(15, 31));
  try {
    const result = Buffer.concat([decipher.update(encrypted.subarray(31)), decipher.final()]).toString('utf8');
    return { shouldReEncrypt: false, result };
  } catch {
    throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.');
  }
}

export const safeStorage = guard('safeStorage', {
  encryptStringAsync,
  decryptStringAsync,
  isAsyncEncryptionAvailable: async () => runtime.ready,
  getSelectedStorageBackend: () => (runtime.ready ? 'basic_text' : 'unknown') as 'basic_text' | 'unknown',
});
