import { useSyncExternalStore } from "react";

const onHash = (changed: () => void): (() => void) => {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
};

/** What stands behind the # of the address, without it. */
export const useHash = (): string => useSyncExternalStore(onHash, () => location.hash.slice(1));
