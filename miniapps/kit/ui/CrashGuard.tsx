import { Component, type ReactNode } from "react";
import { ApiProblem } from "../api-problem";
import { Problem } from "./States";

/** A bug on a screen, or a part of the app that did not come: said in words, with a way on, instead of a white page. */
export class CrashGuard extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };
  static getDerivedStateFromError() {
    return { crashed: true };
  }
  override render() {
    if (!this.state.crashed) return this.props.children;
    return (
      <main>
        <Problem problem={new ApiProblem("unknown")} onRetry={() => location.reload()} />
      </main>
    );
  }
}
