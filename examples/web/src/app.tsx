import type { Fetch } from "./api/transport";
import { ApiProvider } from "./api-provider";
import { ErrorBoundary } from "./components/error-boundary";
import { Planner } from "./components/planner";
import { LanguageProvider } from "./language/language-provider";
import { type StartAfresh, StartAfreshContext } from "./start-afresh-context";
import { StatusProvider } from "./status/status-provider";

interface AppProps {
  /** What answers requests to the API. */
  readonly fetch: Fetch;
  readonly startAfresh: StartAfresh;
}

/** The whole page. */
export function App({ fetch, startAfresh }: AppProps) {
  return (
    <LanguageProvider>
      <ErrorBoundary>
        <ApiProvider fetch={fetch}>
          <StatusProvider>
            <StartAfreshContext value={startAfresh}>
              <Planner />
            </StartAfreshContext>
          </StatusProvider>
        </ApiProvider>
      </ErrorBoundary>
    </LanguageProvider>
  );
}
