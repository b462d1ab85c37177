import { useQuery } from "@tanstack/react-query";
import type { EntityKey } from "../../ledger/model";
import { useSource } from "./source";

/** Of one own account or shop; of all where none is named. First what the houses' own numbers tell, then the whole. */
export function useDashboard(owner: EntityKey | null) {
  const source = useSource();
  const first = useQuery({ queryKey: ["dashboard", owner, "first"], queryFn: () => source.dashboard(owner, "first") });
  const whole = useQuery({
    queryKey: ["dashboard", owner, "whole"],
    queryFn: () => source.dashboard(owner, "whole"),
    enabled: first.data !== undefined,
  });
  const isWhole = whole.data !== undefined;
  return { data: whole.data ?? first.data, isWhole, error: first.error ?? whole.error, refetch: first.refetch };
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
