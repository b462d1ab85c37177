import { Component, type ReactNode } from "react";
import { Trouble } from "./trouble";

/** What fails while it is drawn says so in its own place; the rest of the view stays, and nothing kept is touched. */
export class Boundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  static getDerivedStateFromError = (error: Error) => ({ error });
  override state = { error: null };

  override render(): ReactNode {
    const { error } = this.state;
    return error ? <Trouble error={error} onRetry={() => this.setState({ error: null })} /> : this.props.children;
  }
}
