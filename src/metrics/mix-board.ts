import type { Value } from "../console/observation";
import { CONTENT_TYPES, mixOfType } from "./content";
import { intervalOf } from "./interval";
import { isMet, PLAYBOOK, type Threshold } from "./playbook";
import type { PostRow } from "./posts";
import { mixOf, shareOf } from "./shares";

/** A share of the posts of 30 days against what the playbook wants. */
export interface MixShare {
  /** 干货, 剧情, 促销; vertical; original. */
  readonly kind: string;
  readonly share: Value;
  readonly wanted: number;
  /** How far it may be off; null: at least `wanted`. */
  readonly tolerance: number | null;
  /** Null while posts without a mark could decide it. */
  readonly met: boolean | null;
}

export interface MixBoard {
  readonly posts: number;
  /** Posts that nothing was said of, per share. */
  readonly open: { readonly type: number; readonly vertical: number; readonly original: number };
  readonly shares: readonly MixShare[];
}

const wantedMix = PLAYBOOK.flatMap(({ target }) => (target && "shares" in target ? [target] : []))[0];
const thresholdOf = (metric: string): Threshold | null => {
  const target = PLAYBOOK.find((row) => row.metric === metric)?.target;
  return target && "value" in target ? target : null;
};

/** 70/20/10 by content type, 90/10 by the account's own field, and the share of originals; empty without posts. */
export function mixBoard(posts: readonly PostRow[]): MixBoard {
  const kinds = [...new Set(CONTENT_TYPES.map(({ mix }) => mix))];
  const types = posts.map(({ type }) => (type === null ? null : (mixOfType(type) ?? "")));
  const mix = mixOf(kinds, types);
  const shares = (wantedMix?.shares ?? []).flatMap(({ content, value: wanted }): MixShare[] => {
    const share = mix?.get(content);
    const tolerance = wantedMix?.tolerance ?? 0;
    return share ? [{ kind: content, share, wanted, tolerance, met: isWithin(share, wanted, tolerance) }] : [];
  });
  const marks = (["vertical", "original"] as const).flatMap((mark): MixShare[] => {
    const threshold = thresholdOf(`${mark}_content_share`);
    const told = posts.map((post) => post[mark]);
    const open = told.filter((each) => each === null).length;
    const yes = told.filter((each) => each === true).length;
    const share = shareOf(yes, posts.length - yes - open, open);
    return share && threshold
      ? [{ kind: mark, share, wanted: threshold.value, tolerance: null, met: isMet(threshold, share) }]
      : [];
  });
  return {
    posts: posts.length,
    open: {
      type: types.filter((each) => each === null).length,
      vertical: posts.filter(({ vertical }) => vertical === null).length,
      original: posts.filter(({ original }) => original === null).length,
    },
    shares: [...shares, ...marks],
  };
}

function isWithin(share: Value, wanted: number, tolerance: number): boolean | null {
  const known = intervalOf(share);
  if (!known) return null;
  const [least, most] = [wanted - tolerance - 1e-9, wanted + tolerance + 1e-9];
  if (known.low >= least && known.high <= most) return true;
  return known.high < least || known.low > most ? false : null;
}
