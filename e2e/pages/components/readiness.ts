import type { Locator, Page, Response } from '@playwright/test';

/**
 * Runs an action that makes the browser open a document and waits until that document has loaded,
 * scripts included. The listener is set first: a quick answer would be missed otherwise.
 */
export async function loadAfter(page: Page, action: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForEvent('load'), action()]);
}

/** Waits until every transition that runs in an element has ended: Bootstrap ignores a click during one. */
export async function transitionsEnded(element: Locator): Promise<void> {
  await element.evaluate(async (node) => {
    // A cancelled transition rejects; it has ended just as well.
    await Promise.allSettled(node.getAnimations({ subtree: true }).map(({ finished }) => finished));
  });
}

/**
 * Throws when the application refused a request that a page sends in the background. Such a page
 * does nothing at all on a refusal, so waiting for its next state would only end in a time-out.
 */
export function refuseFailure(response: Response): void {
  if (response.ok()) return;
  throw new Error(
    `${response.request().method()} ${new URL(response.url()).pathname} was answered ${response.status()} ${response.statusText()}`,
  );
}
