import type { Migration } from "./migration";

/** Room for what the user decides and types, for imports, reviews and backups; records.ts says what each store holds. */
export const notes: Migration = {
  version: 2,
  up(db) {
    db.createObjectStore("notes", { keyPath: ["kind", "id"] }).createIndex("kind", "kind");
    db.createObjectStore("imports", { keyPath: "id" });
    const reviews = db.createObjectStore("reviews", { keyPath: "id" });
    reviews.createIndex("case", "case");
    reviews.createIndex("at", "at");
    db.createObjectStore("vault");
  },
};
