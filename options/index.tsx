import "../src/ui/theme/tokens.css";
import "../src/ui/theme/base.css";
import "../src/ui/theme/controls.css";
import "../src/ui/desk/desk.css";
import "../src/ui/theme/numbers.css";
import "./options.css";
import "./desk/desk.css";
import "./rivals/rivals.css";
import "./rivals/pictures.css";
import { openLedgerSource } from "../src/ui/data/ledger-source";
import { Root, startView } from "../src/ui/data/root";
import { App } from "./app";
import { DeleteEverything } from "./delete-everything";
import { letGoWhenLocked } from "./hold-page";

letGoWhenLocked();
const source = openLedgerSource();
const starting = startView("messages", "workspace");

export default function Options() {
  return (
    <Root source={source} starting={starting} forgot={<DeleteEverything />}>
      <App />
    </Root>
  );
}
