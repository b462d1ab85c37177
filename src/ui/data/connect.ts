import { forgetInSession, keepForSession, sessionValue } from "../../browser/session";
import { Connection } from "../../ledger/connection";
import { type Ledger, openLedger } from "../../ledger/ledger";
import { lockSession, unsealBy } from "../../vault/lock/lock-session";

const session = lockSession({ get: sessionValue, put: keepForSession, drop: forgetInSession });

/** The store as a page of the extension may see it: what is sealed opens only while its lock is open. */
export const connect = (): Connection => new Connection(undefined, undefined, unsealBy(session));

export const openStore = (): Ledger => openLedger(connect());
