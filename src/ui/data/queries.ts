import { type QueryClient, useQuery } from "@tanstack/react-query";
import type { EntityKey } from "../../ledger/model";
import type { NoteKind } from "../../ledger/note-kinds";
import type { Changed } from "../../messaging/protocol";
import { useSource, type ViewSource } from "./source";

const OF_CAPTURES = ["board", "dashboard", "posts", "report", "competitors", "rivals", "market"] as const;
const TOPICS = [
  ...OF_CAPTURES,
  "settings",
  "owners",
  "front",
  "draft",
  "sightings",
  "notes",
  "imports",
  "reviews",
  "usage",
  "cloud",
  "lock",
] as const;
type Topic = (typeof TOPICS)[number];

const STALE: Record<Changed["what"] | "front", readonly Topic[]> = {
  captures: [...OF_CAPTURES, "owners", "front", "sightings", "imports", "usage"],
  draft: ["draft"],
  settings: ["settings", "front"],
  notes: [...OF_CAPTURES, "notes"],
  reviews: ["reviews", "draft"],
  front: ["front", "draft"],
  importing: [],
  cloud: ["cloud"],
  lock: ["lock"],
  everything: TOPICS,
};

/** Drops what a change of the store made stale. */
export function invalidate(client: QueryClient, what: Changed["what"] | "front"): void {
  for (const topic of STALE[what]) void client.invalidateQueries({ queryKey: [topic] });
}

export function useSettings() {
  const source = useSource();
  return useQuery({ queryKey: ["settings"], queryFn: () => source.settings() });
}
export function useOwners() {
  const source = useSource();
  return useQuery({ queryKey: ["owners"], queryFn: () => source.owners() });
}
export function useFront() {
  const source = useSource();
  return useQuery({ queryKey: ["front"], queryFn: () => source.front() });
}
/** What was asked for before the first paint is not asked for again by it. */
const boardOf = (source: ViewSource, owner: EntityKey | null) => ({
  queryKey: ["board", owner],
  queryFn: () => source.board(owner),
  staleTime: 1_000,
});
/** Asks for the board while the strings are on their way. */
export const primeBoard = (client: QueryClient, source: ViewSource, owner: EntityKey | null): Promise<void> =>
  client.prefetchQuery(boardOf(source, owner));
export function useBoard(owner: EntityKey | null) {
  return useQuery(boardOf(useSource(), owner));
}
export function useCompetitors(enabled = true) {
  const source = useSource();
  return useQuery({ queryKey: ["competitors"], queryFn: () => source.competitors(), enabled });
}
export function useSellersSeen(limit: number) {
  const source = useSource();
  return useQuery({ queryKey: ["rivals", "seen", limit], queryFn: () => source.sellersSeen(limit) });
}
export function useProfile(key: EntityKey) {
  const source = useSource();
  return useQuery({ queryKey: ["market", "profile", key], queryFn: async () => (await source.reader()).profile(key) });
}
export function useRivals() {
  const source = useSource();
  return useQuery({ queryKey: ["rivals"], queryFn: () => source.rivals() });
}
export function useDraft(tab: number | null) {
  const source = useSource();
  return useQuery({ queryKey: ["draft", tab], queryFn: () => (tab === null ? null : source.draft(tab)) });
}
export function useSightings(limit: number) {
  const source = useSource();
  return useQuery({ queryKey: ["sightings", limit], queryFn: () => source.sightings(limit) });
}
export function useNotes<K extends NoteKind>(kind: K) {
  const source = useSource();
  return useQuery({ queryKey: ["notes", kind], queryFn: () => source.notes(kind) });
}
export function useReviews() {
  const source = useSource();
  return useQuery({ queryKey: ["reviews"], queryFn: () => source.reviews() });
}
export function useFields(snapshot: string | null) {
  const source = useSource();
  return useQuery({
    queryKey: ["sightings", "fields", snapshot],
    queryFn: () => (snapshot === null ? [] : source.fields(snapshot)),
  });
}
export function useImports() {
  const source = useSource();
  return useQuery({ queryKey: ["imports"], queryFn: () => source.imports() });
}
export function useStoreState() {
  const source = useSource();
  return useQuery({ queryKey: ["cloud", "state"], queryFn: () => source.storeState() });
}
export function useUsage() {
  const source = useSource();
  return useQuery({ queryKey: ["usage"], queryFn: () => source.usage() });
}
