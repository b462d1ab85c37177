import { StoreError, type StoreErrorCode } from "./object-store";
import { field } from "./store-xml";

/** Codes of S3 and COS (cloud.tencent.com/document/product/436/7730). */
const CODES: Readonly<Record<string, StoreErrorCode>> = {
  RequestTimeTooSkewed: "clock",
  RequestIsExpired: "clock",
  InvalidAccessKeyId: "denied",
  SignatureDoesNotMatch: "denied",
  AccessDenied: "denied",
  AccountProblem: "denied",
  UnavailableAccount: "denied",
  NoSuchBucket: "no_bucket",
  NoSuchUpload: "no_upload",
  QuotaExceeded: "full",
  InsufficientStorage: "full",
  StorageQuotaExceeded: "full",
};

export class ResponseError extends StoreError {
  /** The bucket's clock when it refused, ms; null when it did not say. */
  readonly serverTime: number | null;
  constructor(code: StoreErrorCode, message: string, serverTime: number | null) {
    super(code, message);
    this.serverTime = serverTime;
  }
}

/** What an answer that is not ok says. Its message starts with the bucket's own code. */
export async function failureOf(response: Response): Promise<ResponseError> {
  const text = await response.text().catch(() => "");
  const named = field(text, "Code") ?? `HTTP ${response.status}`;
  const byStatus: StoreErrorCode =
    response.status === 507
      ? "full"
      : response.status >= 500
        ? "server"
        : response.status === 403
          ? "denied"
          : "refused";
  const date = Date.parse(field(text, "ServerTime") ?? response.headers.get("date") ?? "");
  return new ResponseError(CODES[named] ?? byStatus, `${named} ${field(text, "Message") ?? ""}`.trim(), date || null);
}
