export function App() {
  return <h1>Semaine</h1>;
}
