import type { Locator } from 'playwright-core';

/** A reader's hand: follows links and presses buttons, and counts them. */
export class Hand {
  clicks = 0;

  async click(target: Locator): Promise<void> {
    await target.click();
    this.clicks++;
  }
}
