import * as z from "zod/mini";
import { LOCK_MINUTES } from "../vault/lock/lock-view";

const passphrase = z.string().check(z.minLength(1), z.maxLength(1_000));
const minutes = z.literal(LOCK_MINUTES);

export const lockSchema = z.discriminatedUnion("act", [
  z.strictObject({ act: z.enum(["state", "touch", "lock"]) }),
  z.strictObject({ act: z.literal("on"), passphrase, minutes }),
  z.strictObject({ act: z.enum(["unlock", "off"]), passphrase }),
  z.strictObject({ act: z.literal("change"), passphrase, next: passphrase }),
  z.strictObject({ act: z.literal("minutes"), minutes }),
]);
