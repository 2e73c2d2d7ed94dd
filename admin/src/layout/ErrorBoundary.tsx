import { Component, type ReactNode } from 'react';
import { Problem } from '../shared/Problem';

/** A page that breaks says so in words; the frame around it goes on working. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return <Problem titleKey="app.error.page" onRetry={() => window.location.reload()} />;
  }
}
