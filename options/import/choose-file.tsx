import { type DragEvent, type ReactNode, useState } from "react";
import { useI18n } from "../../src/ui/i18n/context";

/** Drop a file or choose one. */
export function ChooseFile({ onFile }: { onFile: (file: File) => void }): ReactNode {
  const { t } = useI18n();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    <label
      className="drop"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        type="file"
        className="visually-hidden"
        accept=".csv,.tsv,.txt,.xlsx"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) onFile(file);
        }}
      />
      <strong>{t("import_drop")}</strong>
      <span className="soft">{t("import_drop_hint")}</span>
    </label>
  );
}
