import { useSyncExternalStore } from "react";

export const SECTIONS = ["notice", "reading", "watch", "log", "look", "data"] as const;
export type Section = (typeof SECTIONS)[number];

const onHash = (changed: () => void): (() => void) => {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
};

/** The section named in the address, so that a link can lead to it and Back works. */
export function useSection(first: Section): Section {
  const hash = useSyncExternalStore(onHash, () => location.hash.slice(1));
  return SECTIONS.find((each) => each === hash) ?? first;
}
