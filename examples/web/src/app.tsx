import { ApiProvider } from "./api-provider";
import { ErrorBoundary } from "./components/error-boundary";
import { Planner } from "./components/planner";
import { LanguageProvider } from "./language/language-provider";
import { StatusProvider } from "./status/status-provider";

/** The whole page. */
export function App() {
  return (
    <LanguageProvider>
      <ErrorBoundary>
        <ApiProvider>
          <StatusProvider>
            <Planner />
          </StatusProvider>
        </ApiProvider>
      </ErrorBoundary>
    </LanguageProvider>
  );
}
