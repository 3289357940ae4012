import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import { createStore } from "./store/store";
import "./styles/index.css";

const root = document.getElementById("root");
if (root === null) {
  throw new Error("index.html has no element with the id root");
}

const store = createStore({ databases: () => indexedDB, now: () => new Date() });

createRoot(root).render(
  <StrictMode>
    <App fetch={store} />
  </StrictMode>,
);
