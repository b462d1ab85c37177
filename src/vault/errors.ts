/** Why the vault refused; nothing that is stored was touched. Views have a sentence for each. */
export type VaultErrorCode =
  /** The file is none of ours. */
  | "not_an_archive"
  | "passphrase_needed"
  | "wrong_passphrase"
  /** A byte is not what was written. */
  | "damaged"
  /** The end is missing. */
  | "cut"
  /** Made by a newer version of the extension. */
  | "newer"
  /** More than this version takes at once. */
  | "too_large"
  /** A row does not have the shape that its kind has. */
  | "bad_row"
  | "cancelled";

export class VaultError extends Error {
  constructor(
    readonly code: VaultErrorCode,
    message: string,
  ) {
    super(message);
    this.name = "VaultError";
  }
}
