import type { Fetch } from "./api/transport";
import { ApiProvider } from "./api-provider";
import { ErrorBoundary } from "./components/error-boundary";
import { Planner } from "./components/planner";
import { LanguageProvider } from "./language/language-provider";
import { StatusProvider } from "./status/status-provider";

interface AppProps {
  /** What answers requests to the API. */
  readonly fetch: Fetch;
}

/** The whole page. */
export function App({ fetch }: AppProps) {
  return (
    <LanguageProvider>
      <ErrorBoundary>
        <ApiProvider fetch={fetch}>
          <StatusProvider>
            <Planner />
          </StatusProvider>
        </ApiProvider>
      </ErrorBoundary>
    </LanguageProvider>
  );
}
