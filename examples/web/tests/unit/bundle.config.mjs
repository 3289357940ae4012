import { defineConfig } from "vite";

// Node 20 does not read TypeScript. The maps tell coverage the lines of the source.
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    target: "node20",
    outDir: "dist-unit",
    sourcemap: true,
    rolldownOptions: {
      input: {
        "api-error": "src/api/api-error.ts",
        client: "src/api/client.ts",
        plans: "src/plans/meal-plans.ts",
        "shopping-notes": "src/shopping/shopping-notes.ts",
        "week-address": "src/week-address.ts",
      },
    },
  },
});
