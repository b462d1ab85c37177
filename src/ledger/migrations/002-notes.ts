import { shelvesFromReadings, watchToNotes } from "./002-watch";
import type { Migration } from "./migration";

/** Room for what the user decides and types, for imports, reviews and backups; records.ts says what each store holds. */
export const notes: Migration = {
  version: 2,
  async up(db, tx) {
    db.createObjectStore("notes", { keyPath: ["kind", "id"] }).createIndex("kind", "kind");
    db.createObjectStore("imports", { keyPath: "id" });
    const reviews = db.createObjectStore("reviews", { keyPath: "id" });
    reviews.createIndex("case", "case");
    reviews.createIndex("at", "at");
    db.createObjectStore("vault");
    db.createObjectStore("shelves");
    await watchToNotes(tx);
    db.deleteObjectStore("watch");
    await shelvesFromReadings(tx);
  },
};
