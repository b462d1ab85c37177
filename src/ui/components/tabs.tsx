import type { KeyboardEvent, ReactNode } from "react";

export interface TabItem<K extends string> {
  readonly key: K;
  readonly label: string;
  /** Shown small beside the label; null for none. `says` is the count in words. */
  readonly count: { readonly shown: string; readonly says: string; readonly grave: boolean } | null;
}

/** A tab list with the arrow keys of the ARIA pattern; each tab owns the panel `panel-KEY`. */
export function Tabs<K extends string>(props: {
  label: string;
  items: readonly TabItem<K>[];
  active: K;
  onChange: (key: K) => void;
}): ReactNode {
  const { label, items, active, onChange } = props;
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    const next = items[(items.findIndex((item) => item.key === active) + step + items.length) % items.length];
    if (!next) return;
    onChange(next.key);
    document.getElementById(`tab-${next.key}`)?.focus();
  };
  return (
    <div className="tabs" role="tablist" tabIndex={-1} aria-label={label} onKeyDown={onKeyDown}>
      {items.map((item) => (
        <button
          key={item.key}
          type="button"
          role="tab"
          id={`tab-${item.key}`}
          className="tab"
          aria-selected={item.key === active}
          aria-controls={`panel-${item.key}`}
          tabIndex={item.key === active ? 0 : -1}
          onClick={() => onChange(item.key)}
        >
          {item.label}
          {item.count && (
            <>
              <span className={item.count.grave ? "count count-grave" : "count"} aria-hidden="true">
                {item.count.shown}
              </span>
              <span className="visually-hidden">{item.count.says}</span>
            </>
          )}
        </button>
      ))}
    </div>
  );
}
