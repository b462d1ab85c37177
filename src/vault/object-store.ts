/** A bucket as far as backups and sync need it. Keys are whole paths. Every method rejects with {@link StoreError}. */
export interface ObjectStore {
  put(key: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Null when there is none. */
  get(key: string): Promise<Blob | null>;
  /** Sorted by key. */
  list(prefix: string): Promise<readonly StoredObject[]>;
  remove(key: string): Promise<void>;
  startParts(key: string): Promise<string>;
  /** `number` from 1 on; every part but the last is at least 1 MB. Answers the part's tag. */
  putPart(key: string, upload: string, number: number, bytes: Uint8Array<ArrayBuffer>): Promise<string>;
  finishParts(key: string, upload: string, tags: readonly string[]): Promise<void>;
  /** Uploads in parts that were begun and not finished; the bucket keeps their parts, and charges for them, until dropped. */
  listUploads(prefix: string): Promise<readonly BegunUpload[]>;
  dropParts(key: string, upload: string): Promise<void>;
}

export interface BegunUpload {
  readonly key: string;
  readonly upload: string;
  /** By the bucket's clock, ms. */
  readonly at: number;
}

export interface StoredObject {
  readonly key: string;
  readonly size: number;
}

/** Why the bucket did not do what it was asked; views have a sentence for each, with what to do. */
export type StoreErrorCode =
  /** No connection, or one that broke. */
  | "network"
  | "timeout"
  /** Wrong keys, or keys that may not do this. */
  | "denied"
  /** This machine's clock is far off, also after it was corrected by the bucket's. */
  | "clock"
  | "no_bucket"
  | "full"
  /** A fault of the bucket's own: to be tried again. */
  | "server"
  /** The upload that was begun is not known any more. */
  | "no_upload"
  | "refused";

export class StoreError extends Error {
  constructor(
    readonly code: StoreErrorCode,
    message: string,
  ) {
    super(message);
    this.name = "StoreError";
  }
}
