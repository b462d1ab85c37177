/** A bucket of Tencent COS, as the user types it from COS's console. */
export interface CosBucket {
  /** `name-appid`: backup-1250000000 */
  readonly bucket: string;
  /** ap-guangzhou */
  readonly region: string;
}

export interface CosKeys {
  readonly secretId: string;
  readonly secretKey: string;
}

/** `https://<bucket>.cos.<region>.myqcloud.com` (cloud.tencent.com/document/product/436/6224). */
export const cosOrigin = ({ bucket, region }: CosBucket): string => `https://${bucket}.cos.${region}.myqcloud.com`;

/** cloud.tencent.com/document/product/436/13312: lower case letters, digits and `-`, then `-` and the APPID. */
export const isBucketName = (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,48}[a-z0-9]-\d{8,12}$/.test(text);
export const isRegion = (text: string): boolean => /^[a-z]{2,4}-[a-z0-9-]{2,40}$/.test(text);
