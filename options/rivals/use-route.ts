import { useSyncExternalStore } from "react";

export const VIEWS = ["week", "changes", "goods", "matrix", "trends", "content"] as const;
export type View = (typeof VIEWS)[number] | "one";

const onHash = (changed: () => void): (() => void) => {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
};

/** The view that the address names: `#rivals/changes`, `#rivals/one/<key>`. */
export function useRoute(): { readonly view: View; readonly of: string } {
  const hash = useSyncExternalStore(onHash, () => location.hash);
  const [, view = "", of = ""] = hash.slice(1).split("/");
  if (view === "one") return { view, of: decodeURIComponent(of) };
  return { view: VIEWS.find((each) => each === view) ?? "week", of: "" };
}

export const linkTo = (key: string): string => `#rivals/one/${encodeURIComponent(key)}`;
