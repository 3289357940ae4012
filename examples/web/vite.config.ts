import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// What a server that serves this page should send with it: nothing from elsewhere, nothing inline, no frame.
const headers = {
  "Content-Security-Policy":
    "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

export default defineConfig({
  plugins: [react()],
  server: { host: "127.0.0.1" },
  preview: { host: "127.0.0.1", headers },
  // The maps lie beside the scripts, which do not name them: coverage is counted in the source's lines.
  build: { sourcemap: "hidden" },
});
