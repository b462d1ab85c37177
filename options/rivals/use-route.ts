import { useHash } from "../use-hash";

export const VIEWS = ["week", "changes", "goods", "matrix", "trends", "content"] as const;
export type View = (typeof VIEWS)[number] | "one";

/** The view that the address names: `#rivals/changes`, `#rivals/one/<key>`. */
export function useRoute(): { readonly view: View; readonly of: string } {
  const [, view = "", of = ""] = useHash().split("/");
  if (view === "one") return { view, of: decodeURIComponent(of) };
  return { view: VIEWS.find((each) => each === view) ?? "week", of: "" };
}

export const linkTo = (key: string): string => `#rivals/one/${encodeURIComponent(key)}`;
