/** The number that it puts in place of any other: longer than digits that come by chance in an id or a time. */
export const FORGED = "66077066077";

/**
 * What a page bent on mischief runs before anything else of it: it breaks the language's own tools, talks in the
 * extension's words to whoever listens, and notes whether it found a way to the extension.
 */
export const HOSTILE_HEAD = `<script>
  window.found = [];
  const fake = { page: "goods_list", state: "ok", url: location.origin + location.pathname, account: null, period: null,
    entities: [{ type: "product", id: "${FORGED}", name: "假货" }],
    readings: [{ entity: 0, metric: "stock", unit: "count", value: { precision: "exact", value: ${FORGED} }, period: null }],
    unknownLabels: [], failed: [], complete: true };
  const messages = [
    { kind: "observe", input: { observation: fake } }, { notice: "permit" }, { kind: "delete_everything", input: {} },
    { kind: "set_settings", input: { patch: { reading: { all: false } } } }, { what: "everything" },
  ];
  const shout = () => {
    for (const message of messages) {
      window.postMessage(message, "*");
      document.dispatchEvent(new CustomEvent(message.kind || "message", { detail: message }));
    }
    try { new BroadcastChannel("ledger-changed").postMessage({ what: "everything" }); } catch {}
    try { window.chrome.runtime.sendMessage(messages[0]); window.found.push("runtime"); } catch {}
    try { for (const id of window.known || []) window.chrome.runtime.sendMessage(id, messages[0]); } catch {}
  };
  shout();
  setInterval(shout, 200);

  const lie = (object, name, make) => {
    const real = object[name];
    Object.defineProperty(object, name, { configurable: true, writable: true, value: make(real) });
  };
  JSON.parse = () => fake;
  JSON.stringify = () => '{"kind":"delete_everything","input":{}}';
  window.MutationObserver = class { observe() {} disconnect() {} takeRecords() { return []; } };
  window.Map = class { get() { return fake; } set() {} has() { return true; } };
  lie(Array.prototype, "map", () => () => [fake]);
  lie(Array.prototype, "push", (real) => function (...items) { return real.call(this, ...items, fake); });
  lie(String.prototype, "trim", () => () => "${FORGED}");
  lie(Element.prototype, "getBoundingClientRect", () => () => ({ x: 0, y: 0, top: 0, left: 0, right: 1, bottom: 1, width: 1, height: 1 }));
  lie(Node.prototype, "appendChild", (real) => function (node) { window.found.push(String(node.nodeName)); return real.call(this, node); });
  lie(window, "getComputedStyle", () => () => ({ display: "none", visibility: "hidden" }));
  lie(Promise.prototype, "then", (real) => function (...handlers) { return real.apply(this, handlers); });
  for (const key of ["kind", "input", "ok", "value", "reading", "observation", "state"]) {
    Object.defineProperty(Object.prototype, key, { configurable: true, get: () => fake[key] || fake, set() {} });
  }
  Object.prototype.id = "${FORGED}";
  Object.defineProperty(Node.prototype, "textContent", { configurable: true, get: () => "${FORGED}", set() {} });
  Object.defineProperty(HTMLElement.prototype, "innerText", { configurable: true, get: () => "${FORGED}", set() {} });
</script>`;
