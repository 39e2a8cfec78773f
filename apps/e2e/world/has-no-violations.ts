import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Holds what is on the screen now against WCAG 2.2 A and AA and axe's best practices. */
export async function hasNoViolations(page: Page, what: string): Promise<void> {
  // No page of ours has frames, so everything can run in the page itself: several times faster.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary ?? ''}`),
  );
  expect.soft(found, what).toEqual([]);
}
