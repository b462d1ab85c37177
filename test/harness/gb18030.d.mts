/** Throws on a lone surrogate, which has no bytes. */
export declare function encodeGb18030(text: string): Buffer<ArrayBuffer>;
