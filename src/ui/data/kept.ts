/**
 * Choices of view that outlive the page lie in the pages' own storage, beside the store and unsealed. Those that name somebody
 * are not kept there while the store has a lock.
 */
const NAMING: readonly string[] = ["popup-account", "workspace-account", "review-author", "dashboard-shape"];
const SEALED = "store-has-a-lock";

/** The choice as it was kept. */
export const kept = (name: string): string | null => localStorage.getItem(name);

export function keepChoice(name: string, value: string): void {
  if (NAMING.includes(name) && localStorage.getItem(SEALED) !== null) return;
  localStorage.setItem(name, value);
}

/** Follows the store's lock. */
export function followLock(hasLock: boolean): void {
  if (hasLock) localStorage.setItem(SEALED, "1");
  for (const name of hasLock ? NAMING : [SEALED]) localStorage.removeItem(name);
}
