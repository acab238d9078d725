import AxeBuilder from '@axe-core/playwright';
import { type ElectronApplication, expect, type Page } from '@playwright/test';

/** axe's findings as short lines. Legacy mode: no second page can be opened in a window like this. */
export async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

type Size = { width: number; height: number };

/** The window in a theme and of a size. */
export async function arrange(
  app: ElectronApplication,
  page: Page,
  theme: 'light' | 'dark',
  size: Size,
): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow, nativeTheme }, [wanted, bounds]) => {
      nativeTheme.themeSource = wanted;
      BrowserWindow.getAllWindows()[0]?.setSize(bounds.width, bounds.height);
    },
    [theme, size] as const,
  );
  await expect
    .poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
    .toBe(theme === 'dark');
}
