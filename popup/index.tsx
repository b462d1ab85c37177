import "../src/ui/theme/tokens.css";
import "../src/ui/theme/base.css";
import "../src/ui/theme/controls.css";
import "../src/ui/desk/desk.css";
import "../src/ui/theme/numbers.css";
import "./popup.css";
import { isPopup } from "../src/browser/view-port";
import { openLedgerSource } from "../src/ui/data/ledger-source";
import { primeBoard } from "../src/ui/data/queries";
import { newClient, Root, startView } from "../src/ui/data/root";
import { shownLast } from "./account";
import { App } from "./app";

if (isPopup()) document.documentElement.dataset.frame = "popup";
const source = openLedgerSource();
const starting = startView("messages");
const client = newClient();
void primeBoard(client, source, shownLast());

export default function Popup() {
  return (
    <Root source={source} starting={starting} client={client}>
      <App />
    </Root>
  );
}
