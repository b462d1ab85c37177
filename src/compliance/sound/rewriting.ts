import type { Evasion } from "../finding";
import type { View } from "../text/views";

/** A view in which disguises are read as what they stand for, and the UTF-16 units of it that were disguised. */
export interface Restored {
  readonly view: View;
  readonly disguised: readonly number[];
}

/** Writes a view anew, from its beginning on: what is kept as it is, and characters that stand for pieces of it. */
export class Rewriting {
  private text = "";
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly marks = new Map<number, Evasion>();
  private readonly disguised: number[] = [];
  /** The unit of the old view that comes next. */
  at = 0;

  /** `known`: units that were disguised and are written out already. */
  constructor(
    private readonly view: View,
    private readonly known?: ReadonlySet<number>,
  ) {}

  copyTo(end: number): void {
    const { view } = this;
    for (; this.at < end; this.at++) {
      const mark = view.marks.get(this.at);
      if (mark !== undefined) this.marks.set(this.text.length, mark);
      if (this.known?.has(this.at)) this.disguised.push(this.text.length);
      this.text += view.text[this.at];
      this.starts.push(view.starts[this.at] ?? 0);
      this.ends.push(view.ends[this.at] ?? 0);
    }
  }

  /** Writes one UTF-16 unit for [from, to), as the disguise that it was in, if it was. */
  write(unit: string, from: number, to: number, evasion: Evasion | undefined): void {
    if (evasion !== undefined) {
      this.marks.set(this.text.length, evasion);
      this.disguised.push(this.text.length);
    }
    this.text += unit;
    this.starts.push(this.view.starts[from] ?? 0);
    this.ends.push(this.view.ends[to - 1] ?? 0);
    this.at = to;
  }

  /** The whole, with what is left of the old view. */
  done(): Restored {
    this.copyTo(this.view.text.length);
    const { text, starts, ends, marks, disguised } = this;
    return { view: { text, starts: new Int32Array(starts), ends: new Int32Array(ends), marks }, disguised };
  }
}
