import { useHash } from "./use-hash";

/** The parts of the workspace by group, in the order of the navigation. */
export const GROUPS = {
  work: ["dashboard", "posts", "stock", "campaigns", "report", "rivals", "watch", "copy", "review"],
  data: ["import", "manual", "export", "labels", "drift", "log", "data", "archive", "cloud"],
  setup: ["notice", "reading", "rules", "alerts", "lock", "look"],
} as const;
export type Group = keyof typeof GROUPS;
export type Section = (typeof GROUPS)[Group][number];

export const SECTIONS: readonly Section[] = Object.values(GROUPS).flat();

/** The section named in the address, so that a link can lead to it and Back works. */
export function useSection(first: Section): Section {
  const [section] = useHash().split("/");
  return SECTIONS.find((each) => each === section) ?? first;
}
