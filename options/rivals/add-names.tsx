import { type FormEvent, type ReactNode, useId, useState } from "react";
import { addNames, type Sought } from "../../src/competitors/watch-list";
import type { NotePatch } from "../../src/ledger/notes";
import type { Rival } from "../../src/ledger/rivals";
import { useI18n } from "../../src/ui/i18n/context";

interface Props {
  readonly rivals: readonly Rival[];
  readonly onWrite: (patches: readonly NotePatch[], done: string, back: readonly NotePatch[]) => Promise<boolean>;
  readonly onStatus: (text: string) => void;
}

/** Adds competitors by name: one typed, or a pasted list, or a CSV. */
export function AddNames({ rivals, onWrite, onStatus }: Props): ReactNode {
  const { t } = useI18n();
  const [name, setName] = useState("");
  const [list, setList] = useState("");
  const id = useId();
  const add = async (names: readonly Sought[]): Promise<boolean> => {
    if (names.length === 0) {
      onStatus(t("watch_import_none"));
      return false;
    }
    const { patches, added, known } = addNames(rivals, names, Date.now());
    const done =
      known.length === 0
        ? t("watch_added", { n: added })
        : t("watch_added_known", { n: added, known: known.join(t("list_comma")) });
    if (patches.length === 0) {
      onStatus(done);
      return true;
    }
    const isNew = (each: NotePatch): boolean => !rivals.some((rival) => rival.id === each.id);
    const back = patches.map((each): NotePatch => ({ ...each, fields: isNew(each) ? null : { archived: true } }));
    return onWrite(patches, done, back);
  };
  const addOne = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() !== "" && (await add([{ name }]))) setName("");
  };
  const addList = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { parseNames } = await import("./parse-names");
    if (await add(parseNames(list))) setList("");
  };
  return (
    <div className="add-names">
      <form className="inline-form" onSubmit={(event) => void addOne(event)}>
        <label htmlFor={`${id}-name`}>{t("watch_add")}</label>
        <input
          id={`${id}-name`}
          className="field"
          value={name}
          maxLength={200}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit" className="button" disabled={name.trim() === ""}>
          {t("watch_add_do")}
        </button>
      </form>
      <p id={`${id}-hint`} className="soft">
        {t("watch_add_hint")}
      </p>
      <details>
        <summary>{t("watch_import")}</summary>
        <form className="stack" onSubmit={(event) => void addList(event)}>
          <p className="soft">{t("watch_import_hint")}</p>
          <textarea
            className="field"
            rows={6}
            aria-label={t("watch_import_text")}
            value={list}
            onChange={(event) => setList(event.target.value)}
          />
          <div className="actions">
            <button type="submit" className="button" disabled={list.trim() === ""}>
              {t("watch_add_do")}
            </button>
            <label className="button file-button">
              {t("watch_import_file")}
              <input
                type="file"
                className="visually-hidden"
                accept=".csv,.txt,text/csv,text/plain"
                onChange={(event) => {
                  const [file] = event.target.files ?? [];
                  event.target.value = "";
                  void file?.text().then(setList);
                }}
              />
            </label>
          </div>
        </form>
      </details>
    </div>
  );
}
