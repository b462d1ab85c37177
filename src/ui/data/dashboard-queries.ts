import { useQuery } from "@tanstack/react-query";
import type { EntityKey } from "../../ledger/model";
import { useSource } from "./source";

/** Of one own account or shop; of all where none is named. */
export function useDashboard(owner: EntityKey | null) {
  const source = useSource();
  return useQuery({ queryKey: ["dashboard", owner], queryFn: () => source.dashboard(owner) });
}

/** The posts of one account; of all where none is named. */
export function usePosts(owner: EntityKey | null) {
  const source = useSource();
  return useQuery({ queryKey: ["posts", owner], queryFn: () => source.posts(owner) });
}

/** One kept look at a page with everything read from it. */
export function useSnapshot(id: string | null) {
  const source = useSource();
  return useQuery({ queryKey: ["snapshot", id], queryFn: () => (id === null ? null : source.snapshot(id)) });
}

/** The report of the week that begins on a Monday. */
export function useReport(owner: EntityKey | null, monday: string) {
  const source = useSource();
  return useQuery({ queryKey: ["report", owner, monday], queryFn: () => source.report(owner, monday) });
}
