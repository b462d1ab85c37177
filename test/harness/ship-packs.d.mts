import type { Pack } from "../../src/compliance/pack";

export declare function shipPacks(packs: readonly Pack[]): {
  readonly match: Buffer<ArrayBuffer>;
  readonly explain: Buffer<ArrayBuffer>;
};
