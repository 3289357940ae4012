import assert from "node:assert/strict";
import { keep, kept } from "./database.mjs";
import { eventually } from "./eventually.mjs";
import { test } from "./harness.mjs";

const UNREADABLE = [
  { format: 2, last_id: 0, plans: [], lists: [], keys: [] },
  { format: 1, last_id: 1, plans: [{ id: 1, version: 1, plan: { week_start: "2025-08-05" } }] },
  "another page's",
];

test("data that cannot be read are reported, and left as they are until that is decided", async ({
  planner,
}) => {
  const { page } = planner;
  const [unreadable, afresh] = [page.getByText(/sont illisibles\. Elles sont laissées/), "Repartir de zéro"];
  await planner.open();
  for (const data of UNREADABLE) {
    await keep(page, data);
    await planner.leave();
    await page.reload();
    await page.getByText("Le plan de cette semaine n’a pas pu être chargé.").waitFor();
    await unreadable.first().waitFor();
    assert.equal(await planner.meal("Dîner", "lundi").getAttribute("aria-disabled"), "true");
    await planner.startOn("2025-08-04");
    await page.locator(".start").getByRole("alert").getByText("illisibles").waitFor();
    assert.deepEqual(await kept(page), data);
  }

  page.once("dialog", (dialog) => dialog.dismiss());
  await planner.button(afresh).click();
  assert.deepEqual(await kept(page), UNREADABLE.at(-1));
  page.once("dialog", (dialog) => dialog.accept());
  await planner.leave();
  await planner.button(afresh).click();
  await unreadable.first().waitFor({ state: "detached" });
  await planner.ready();
  await planner.plan("Dîner", "lundi", "Ratatouille");
});

test("a browser that refuses storage is told of, until it gives it", async ({ planner, context }) => {
  const { page } = planner;
  await context.addInitScript(() => {
    const { indexedDB } = globalThis;
    let refused = true;
    for (const storage of ["indexedDB", "localStorage"]) {
      Object.defineProperty(globalThis, storage, {
        get() {
          if (refused) {
            throw new DOMException("The operation is insecure.", "SecurityError");
          }
          return indexedDB;
        },
      });
    }
    globalThis.giveStorage = () => {
      refused = false;
    };
  });
  await page.goto("/");
  const refusal = page.getByRole("alert").getByText("Ce navigateur refuse l’accès à son stockage.");
  await refusal.first().waitFor();
  await planner.goToNextWeek();
  await planner.showsWeek("2025-W33");
  await planner.speak("en");
  await page.getByRole("alert").getByText("This browser refuses access to its storage.").first().waitFor();
  await planner.speak("fr");
  await refusal.first().waitFor();

  await page.evaluate(() => globalThis.giveStorage());
  const retry = planner.button("Réessayer");
  await eventually(async () => {
    for (const button of await retry.all()) {
      await button.click({ timeout: 1000 });
    }
    assert.equal(await page.getByRole("alert").count(), 0);
  });
  await planner.plan("Dîner", "lundi", "Ratatouille");
});

test("meals for which there is no room stay in the page until they can be stored", async ({
  planner,
  context,
}) => {
  const { page } = planner;
  await planner.open();
  const { origin } = new URL(page.url());
  const chromium = await context.newCDPSession(page);
  await chromium.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  await planner.meal("Dîner", "lundi").selectOption("Ratatouille");
  await page.getByRole("alert").getByText("espace de stockage de ce navigateur est plein").waitFor();
  await planner.showsMeal("Dîner", "lundi", "Ratatouille");

  await planner.goToNextWeek();
  await page.getByText("Semaine du 4 au 10 août 2025 : des repas ne sont pas encore enregistrés.").waitFor();
  await planner.button("Afficher cette semaine").click();
  await planner.showsMeal("Dîner", "lundi", "Ratatouille");
  await chromium.send("Storage.overrideQuotaForOrigin", { origin });
  await planner.button("Réessayer").click();
  await planner.saved();
  await planner.reload();
  await planner.showsMeal("Dîner", "lundi", "Ratatouille");
});
