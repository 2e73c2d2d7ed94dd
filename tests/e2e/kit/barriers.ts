/** What keeps somebody from using a page: seen by axe, serious or critical. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@jest/globals';
import type { Person } from './person.js';

export async function hasNoBarrier({ page }: Person, where: string): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const barriers = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(
        ({ html, failureSummary }) => `${where}: ${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`,
      ),
    );
  expect(barriers).toEqual([]);
  // A page that is not there has nothing wrong either.
  expect(passes.length).toBeGreaterThan(10);
}
