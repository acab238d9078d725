import { deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

test('whether a password is kept can be changed without typing it again', async ({ launch }) => {
  // The choice is there only where no keychain protects the password.
  const { window } = await launch({ lang: 'en', args: ['--password-store=basic'] });
  const settings = await deskOf(window).settings();
  const field = (name: string) => settings.getByRole('textbox', { name, exact: true });
  const keep = settings.getByRole('checkbox', { name: /^Keep the password on this computer/ });
  const save = () => settings.getByRole('button', { name: 'Save destination' }).click();
  const edit = () => settings.getByRole('button', { name: 'Edit Báo Vùng Cao' }).click();
  await settings.getByRole('button', { name: 'Add a WordPress site' }).click();
  await field('Name').fill('Báo Vùng Cao');
  await field('Address of the site').fill('https://bao.example');
  await field('User name').fill('phongvien');
  await settings.getByLabel('Application password').fill('abcd efgh ijkl mnop qrst uvwx');
  await keep.check();
  await save();
  await expect(settings.getByText(/password kept/)).toBeVisible();
  await edit();
  await expect(keep).toBeChecked();
  await keep.uncheck();
  await save();
  await expect(settings.getByText(/password held until you quit/)).toBeVisible();
  await edit();
  await keep.check();
  await save();
  await expect(settings.getByText(/password kept/)).toBeVisible();
});
