import "../src/ui/theme/tokens.css";
import "../src/ui/theme/base.css";
import "../src/ui/theme/controls.css";
import "./popup.css";
import { isPopup } from "../src/browser/view-port";
import { Root, startView } from "../src/ui/data/root";
import { App } from "./app";

if (isPopup()) document.documentElement.dataset.frame = "popup";
// The store and its dictionary come in a chunk of their own, fetched while React starts.
const starting = startView(import("../src/ui/data/ledger-source").then((each) => each.openLedgerSource()));

export default function Popup() {
  return (
    <Root starting={starting}>
      <App />
    </Root>
  );
}
