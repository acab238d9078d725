import path from 'node:path';
import { openStore } from '../../main/store/open.ts';
import { deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

/** What a keychain leaves behind that lost its own key: a ciphertext that nothing opens. */
async function loseKey(profile: string): Promise<void> {
  const opened = await openStore(path.join(profile, 'library'));
  if (!opened.ok) throw new Error(opened.code);
  const store = opened.value;
  const person = JSON.parse(Buffer.from((await store.getValue('person')) ?? []).toString());
  const lost = { ...person, sealedKey: Buffer.from('lost').toString('base64') };
  await store.putValue('person', Buffer.from(JSON.stringify(lost)));
  await store.close();
}

test('a key that the keychain lost: the new one is told at that start, until it is read, and not again', async ({
  launch,
}) => {
  const first = await launch({ lang: 'en' });
  const { profile } = first;
  const told = (window: typeof first.window) => window.getByRole('alert').filter({ hasText: 'new signing key' });
  await expect(deskOf(first.window).body).toBeVisible();
  await expect(told(first.window)).toHaveCount(0);
  await first.close();
  await loseKey(profile);
  const second = await launch({ profile, lang: 'en' });
  await expect(told(second.window)).toContainText('colleagues may see you as somebody new');
  await told(second.window).getByRole('button', { name: 'Understood' }).click();
  await expect(told(second.window)).toHaveCount(0);
  await second.close();
  const third = await launch({ profile, lang: 'en' });
  await expect(deskOf(third.window).body).toBeVisible();
  await expect(told(third.window)).toHaveCount(0);
});
