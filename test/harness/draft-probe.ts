import { isFieldSeen, scanDraft } from "../../src/console/draft-fields";
import { readDraft } from "../../src/console/draft-text";

/** Runs in a world of its own in a console page, bundled, never shipped: the draft that the page shows now. */
(globalThis as typeof globalThis & { draftText: () => string }).draftText = () =>
  readDraft(scanDraft(document).fields.filter(isFieldSeen)).text;
