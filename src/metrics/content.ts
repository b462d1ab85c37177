import playbook from "../../assets/playbook.json";

/** A type of post that the playbook has a standard or a share for. */
export interface ContentType {
  /** As the playbook calls it: 测评, 剧情, 直播切片, 干货, 促销. */
  readonly type: string;
  /** Which part of the 70/20/10 mix it counts to. */
  readonly mix: string;
  readonly en: string;
  /** Words of a title that tell it; the earlier type wins. */
  readonly words: readonly string[];
}

export const CONTENT_TYPES = playbook.contents as readonly ContentType[];

/** By the words of the title; null where none tells. The user's word holds over this. */
export function contentTypeOf(title: string | null): string | null {
  if (title === null) return null;
  return CONTENT_TYPES.find(({ words }) => words.some((word) => title.includes(word)))?.type ?? null;
}

export const mixOfType = (type: string | null): string | null =>
  CONTENT_TYPES.find((each) => each.type === type)?.mix ?? null;
