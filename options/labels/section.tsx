import type { ReactNode } from "react";
import { backTo, type NotePatchOf } from "../../src/ledger/notes";
import { useNotes, useSightings } from "../../src/ui/data/queries";
import { useSource } from "../../src/ui/data/source";
import { useStatus } from "../../src/ui/data/use-status";
import { StatusLine } from "../../src/ui/desk/status-line";
import { useI18n } from "../../src/ui/i18n/context";
import "../import/import.css";
import { LabelFile } from "./label-file";
import { TaughtRow } from "./taught-row";
import { unknownLabels } from "./unknown-labels";
import { UnknownRow } from "./unknown-row";

const LOOKS = 2_000;

/** Labels that pages show and the dictionary does not know; what the user says of one holds from then on. */
export default function LabelsSection(): ReactNode {
  const { t } = useI18n();
  const source = useSource();
  const sightings = useSightings(LOOKS).data;
  const taught = useNotes("label").data;
  const { status, act } = useStatus();
  if (!sightings || !taught) return null;
  const unknown = unknownLabels(sightings, new Set(taught.map(({ id }) => id)));
  const put = (notes: readonly NotePatchOf<"label">[], done: string): void => {
    const back = notes.map(({ id }) => backTo(taught, "label", id));
    void act(
      () => source.send("put_notes", { notes }),
      () => source.send("put_notes", { notes: back, standing: notes }),
      done,
    );
  };
  return (
    <div className="import">
      <p className="soft">{t("labels_hint")}</p>
      <StatusLine status={status} />
      {unknown.length === 0 && <p className="soft">{t("labels_none")}</p>}
      <ul className="group">
        {unknown.map((each) => (
          <UnknownRow
            key={each.label}
            unknown={each}
            onTeach={(fields) =>
              put([{ kind: "label", id: each.label, fields }], t("labels_taught", { label: each.label }))
            }
          />
        ))}
      </ul>
      {taught.length > 0 && <h3>{t("labels_known")}</h3>}
      <ul className="group">
        {taught.map((note) => (
          <TaughtRow
            key={note.id}
            note={note}
            onForget={() =>
              put([{ kind: "label", id: note.id, fields: null }], t("labels_forgotten", { label: note.id }))
            }
          />
        ))}
      </ul>
      <LabelFile notes={taught} onRead={(notes) => put(notes, t("labels_read", { n: notes.length }))} />
    </div>
  );
}
