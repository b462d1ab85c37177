import type { LedgerReader } from "../../src/ledger/reader";
import { useSource } from "../../src/ui/data/source";
import { useAsk } from "../../src/ui/data/use-ask";

/** A question to the ledger about competitors; asked again when captures or notes change. */
export function useRivalQuery<T>(name: string, of: readonly unknown[], ask: (ledger: LedgerReader) => Promise<T>) {
  const source = useSource();
  return useAsk({
    queryKey: ["market", name, ...of],
    queryFn: async () => ask(await source.reader()),
  });
}
