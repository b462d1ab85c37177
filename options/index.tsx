import "../src/ui/theme/tokens.css";
import "../src/ui/theme/base.css";
import "../src/ui/theme/controls.css";
import "./options.css";
import { Root, startView } from "../src/ui/data/root";
import { App } from "./app";

// The store and its dictionary come in a chunk of their own, fetched while React starts.
const starting = startView(import("../src/ui/data/ledger-source").then((each) => each.openLedgerSource()));

export default function Options() {
  return (
    <Root starting={starting}>
      <App />
    </Root>
  );
}
