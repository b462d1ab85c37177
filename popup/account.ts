import { kept } from "../src/ui/data/kept";

/** Under which the account that the popup shows is kept. */
export const ACCOUNT = "popup-account";
/** Value of the switch for all accounts and shops together; no entity has this key. */
export const ALL = "all";

/** The account shown last; null for all of them. */
export const shownLast = (): string | null => chosenOf(kept(ACCOUNT));

export const chosenOf = (choice: string | null): string | null => (choice === ALL ? null : choice);
