/** Characters that are handed over to the browser at once. */
const CHUNK = 500_000;

/**
 * A file of text in the making. The browser takes each part as it comes: a hundred megabytes handed over together at the
 * end would hold the page for most of a second.
 */
export class TextFile {
  readonly #parts: Blob[] = [];
  #text = "";

  add(text: string): void {
    this.#text += text;
    if (this.#text.length < CHUNK) return;
    this.#parts.push(new Blob([this.#text]));
    this.#text = "";
  }

  end(type: string): Blob {
    return new Blob([...this.#parts, this.#text], { type });
  }
}
