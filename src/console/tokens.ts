import type { Area } from "./area";
import type { LabelHit } from "./labels";
import type { Shown } from "./numbers";
import type { Box } from "./visible";

/** One text a person sees, in reading order. */
export interface Token {
  readonly i: number;
  readonly text: string;
  /** What is written of it, where that was cut short. */
  readonly cut?: string;
  readonly el: Element;
  readonly box: Box;
  /** White space stood between this text and the one before. */
  readonly spaced: boolean;
  /** From aria-label, title or alt of an icon rather than from text. */
  readonly icon: boolean;
  /** A tab turns out to be a card by what it says. */
  area: Area;
  // Filled by understand(): what the text means.
  label: LabelHit | null;
  shown: Shown | null;
  /** What a text that is label and value in one says in words. */
  words?: string;
  /** A change against another period (较前日 +12%), never a value of its own. */
  trend: boolean;
  /** Index of the token that this one was read together with (1.2 | 万), when it is not that one. */
  partOf: number | null;
}

/** Everything visible, with what the walk noticed on its way. */
export interface Sheet {
  readonly tokens: Token[];
  /** Half-open token range of each element that holds any. */
  readonly spans: Map<Element, readonly [number, number]>;
  readonly roots: Set<Node>;
  readonly busy: Box[];
  /** Boxes hold the place of what is to come. */
  unfilled: boolean;
  /** Square pixels of canvas. */
  canvas: number;
  /** Square pixels of what no script can look into: frames of other sites, closed shadow roots. */
  sealed: number;
  /** A password field or a log-in frame is on show. */
  loginForm: boolean;
  /** The frame of a captcha is on show. */
  captcha: boolean;
  /** A text field to write in is on show. */
  editor: boolean;
  /** Something on the page can be scrolled further down. */
  scrollable: boolean;
  readonly frames: Map<Document, Element>;
  /** Signs that lead to a next page. */
  readonly next: Element[];
  /** The page's first pictures that are called something. */
  readonly pictures: Element[];
}
