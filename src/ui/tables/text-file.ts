/** Characters that are handed over to the browser at once. */
const CHUNK = 100_000;

/**
 * A file of text in the making. The browser takes each part as it comes: a hundred megabytes handed over together at the
 * end would hold the page for most of a second, and half a megabyte holds it for longer than a slice.
 */
export class TextFile {
  readonly #parts: Blob[] = [];
  #texts: string[] = [];
  #length = 0;

  add(text: string): void {
    this.#texts.push(text);
    this.#length += text.length;
    if (this.#length < CHUNK) return;
    this.#parts.push(new Blob(this.#texts));
    this.#texts = [];
    this.#length = 0;
  }

  end(type: string): Blob {
    return new Blob([...this.#parts, ...this.#texts], { type });
  }
}
