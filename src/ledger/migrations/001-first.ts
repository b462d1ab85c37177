import type { Migration } from "./migration";

/** The first schema; records.ts says what each store holds. Frozen: a change of schema is a new file. */
export const first: Migration = {
  version: 1,
  up(db) {
    const snapshots = db.createObjectStore("snapshots", { keyPath: "n", autoIncrement: true });
    snapshots.createIndex("id", "id", { unique: true });
    snapshots.createIndex("lastSeen", "lastSeen");
    db.createObjectStore("readings", { keyPath: "n" });
    const entities = db.createObjectStore("entities", { keyPath: "n" });
    entities.createIndex("key", "key", { unique: true });
    entities.createIndex("alias", "aliases", { multiEntry: true });
    entities.createIndex("type", "type");
    entities.createIndex("owner", "owner");
    db.createObjectStore("latest", { keyPath: "n" });
    db.createObjectStore("days");
    db.createObjectStore("sightings", { keyPath: "seq", autoIncrement: true }).createIndex("tab", "tab");
    db.createObjectStore("drafts", { keyPath: "tab" });
    db.createObjectStore("settings");
    db.createObjectStore("watch", { keyPath: "entity" });
  },
};
