import { Component, type ReactNode } from "react";
import { BrokenPage } from "./broken-page";

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

/** Shows a message in place of the page where rendering it failed. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <BrokenPage /> : this.props.children;
  }
}
