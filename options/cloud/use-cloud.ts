import { useQuery } from "@tanstack/react-query";
import { planOf, stateOf } from "../../src/vault/cloud-plan";
import { keptKeys, keptRing } from "../../src/vault/secrets";
import type { VaultStore } from "../../src/vault/vault-store";

/** What this machine's vault says of the bucket. */
export function useCloud(vault: VaultStore) {
  return useQuery({
    queryKey: ["cloud", "plan"],
    queryFn: async () => {
      const [plan, state, keys, ring, device] = await Promise.all([
        planOf(vault),
        stateOf(vault),
        keptKeys(vault),
        keptRing(vault),
        vault.device(),
      ]);
      return { plan, state, device, hasSecrets: keys !== null && ring !== null };
    },
  });
}
