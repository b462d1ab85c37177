/**
 * Lists of numbers that grow one by one, a list for each owner, in flat arrays: thousands of small lists without an object
 * each. A list is walked from `first(owner)` by `next` until 0, newest first.
 */
export class Chains {
  private heads: Int32Array<ArrayBuffer>;
  private links: Int32Array<ArrayBuffer>;
  private items: Int32Array<ArrayBuffer>;
  private size = 0;

  constructor(owners: number, room = 1024) {
    this.heads = new Int32Array(owners);
    this.links = new Int32Array(room);
    this.items = new Int32Array(room);
  }

  put(owner: number, item: number): void {
    const place = ++this.size;
    if (owner >= this.heads.length) this.heads = grown(this.heads, owner + 1);
    if (place >= this.items.length) {
      this.links = grown(this.links, place + 1);
      this.items = grown(this.items, place + 1);
    }
    this.items[place] = item;
    this.links[place] = this.heads[owner] ?? 0;
    this.heads[owner] = place;
  }

  list(owner: number): number[] {
    const items: number[] = [];
    for (let place = this.first(owner); place > 0; place = this.next(place)) items.push(this.item(place));
    return items;
  }

  first(owner: number): number {
    return this.heads[owner] ?? 0;
  }

  next(place: number): number {
    return this.links[place] ?? 0;
  }

  item(place: number): number {
    return this.items[place] ?? 0;
  }
}

/** The same numbers with room for twice as many, and for `least` at least. */
export function grown(numbers: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(least, 2 * numbers.length));
  larger.set(numbers);
  return larger;
}
