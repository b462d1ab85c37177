import type { EntityKey } from "./model";

/** What the user decides about competitors: kinds of notes. */
export interface RivalKinds {
  /**
   * An entry of the watch list. `id`: the key of the talent or shop that was starred, or {@link soughtId} of the name
   * that was typed, so that two machines that add the same one have one entry.
   */
  rival: {
    /** Null while nobody of the name sought has been seen. */
    readonly entity: EntityKey | null;
    /** The same seller under other keys: entries that the user merged into this one. */
    readonly also: readonly EntityKey[];
    /** The name typed or imported; whoever is first seen under it is bound. */
    readonly sought: string | null;
    /** The user's own name for it; null for the name that the console shows. */
    readonly label: string | null;
    readonly group: string | null;
    readonly remark: string | null;
    /** Place in the list, ascending. */
    readonly order: number;
    readonly archived: boolean;
    /** When it was added, ms. */
    readonly since: number;
  };
  /** Changes not to be shown. `id`: {@link muteId}. */
  rival_mute: { readonly on: boolean };
  /** One change that was dealt with. `id`: the change's own (src/competitors/changes-between.ts). */
  rival_dismissed: { readonly at: number };
  /** Whether two sellers' goods are the same thing. `id`: pairId of src/competitors/market/same-goods.ts. */
  rival_pair: { readonly same: boolean };
  /** The weekly reminder to look at who was not seen. `id`: `week`. Weekday 1 (Monday) … 7, hour 0 … 23, Shanghai time. */
  rival_reminder: { readonly on: boolean; readonly weekday: number; readonly hour: number };
  /** Price bands. `id`: `price`. Lower edges in fen, or null for bands of about as many goods each. */
  rival_bands: { readonly edges: readonly number[] | null; readonly count: number };
}

export const soughtId = (name: string): string => `name:${name.trim()}`;

/** Of one field (a metric id, or goods_new, goods_gone, price, form) of one entry, or of all entries. */
export const muteId = (field: string, rival: string | null): string => `${field} ${rival ?? "*"}`;
