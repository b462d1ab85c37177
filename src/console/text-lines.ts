/** Characters of a text that lie one to one in a text node. */
export interface Run {
  readonly at: number;
  readonly length: number;
  readonly node: Text;
  readonly offset: number;
}

export interface FieldText {
  readonly text: string;
  /** In order; characters that no run covers (line breaks, an emoji image) have no text node. */
  readonly runs: readonly Run[];
}

/** A no-break space is a space to its reader; editors put it there so that HTML does not swallow it. */
export const spaced = (text: string): string => text.replaceAll("\u00a0", " ");

/** Builds lines: breaks wait until something follows them, so that an editor's trailing <br> is not a line. */
export class Lines {
  private text = "";
  private readonly runs: { at: number; length: number; node: Text; offset: number }[] = [];
  private breaks = 0;
  private lineEmpty = true;
  private space: { readonly node: Text; readonly offset: number } | null = null;

  add(node: Text, preserve: boolean): void {
    const pieces = preserve ? /\r\n|[^\r\n]+|[\r\n]/g : /[^ \t\n\r\f]+|[ \t\n\r\f]+/g;
    for (const { 0: piece, index } of node.data.matchAll(pieces)) {
      if (preserve ? !/[\r\n]/.test(piece) : !/[ \t\n\r\f]/.test(piece)) this.put(piece, node, index);
      else if (preserve) this.lineBreak();
      else if (!this.lineEmpty) this.space ??= { node, offset: index };
    }
  }

  addUnmapped(text: string): void {
    if (text === "") return;
    this.flush();
    this.text += spaced(text);
    this.lineEmpty = false;
  }

  lineBreak(): void {
    this.space = null;
    this.breaks += 1;
    this.lineEmpty = true;
  }

  boundary(): void {
    if (!this.lineEmpty) this.lineBreak();
  }

  done(): FieldText {
    return { text: this.text, runs: this.runs };
  }

  private flush(): void {
    this.text += "\n".repeat(this.breaks);
    this.breaks = 0;
    const space = this.space;
    this.space = null;
    if (space) this.append(" ", space.node, space.offset);
  }

  private put(piece: string, node: Text, offset: number): void {
    this.flush();
    this.append(spaced(piece), node, offset);
    this.lineEmpty = false;
  }

  private append(text: string, node: Text, offset: number): void {
    const last = this.runs.at(-1);
    const at = this.text.length;
    if (last?.node === node && last.at + last.length === at && last.offset + last.length === offset) {
      last.length += text.length;
    } else {
      this.runs.push({ at, length: text.length, node, offset });
    }
    this.text += text;
  }
}
