import assert from "node:assert/strict";
import { eventually } from "./eventually.mjs";
import { test } from "./harness.mjs";
import { cut, occupy, slowWay } from "./network.mjs";

const NOT_SAVED = "Vos repas n’ont pas pu être enregistrés. Ils restent affichés ici.";

test("what is planned while the server is away stays in the page, and is saved when it is back", {
  refusals: [0],
}, async ({ planner, server }) => {
  const { page } = planner;
  const alert = page.getByRole("alert");
  await planner.open();
  await planner.plan("Déjeuner", "mardi", "Salade niçoise");
  await server.kill();
  await planner.meal("Dîner", "lundi").selectOption("Ratatouille");
  await alert.getByText(NOT_SAVED).waitFor();
  await alert.getByText("Le serveur ne répond pas.").waitFor();
  await planner.showsText(".save-state", "Pas encore enregistré");
  await planner.meal("Dîner", "mercredi").selectOption("Soupe de potiron");

  await planner.goToNextWeek();
  await page.getByText("Semaine du 4 au 10 août 2025 : des repas ne sont pas encore enregistrés.").waitFor();
  await planner.button("Afficher cette semaine").click();
  await planner.showsMeal("Dîner", "lundi", "Ratatouille");
  await server.start();
  await planner.saved();
  await alert.getByText(NOT_SAVED).waitFor({ state: "detached" });
  await planner.reload();
  await planner.showsMeal("Déjeuner", "mardi", "Salade niçoise");
  await planner.showsMeal("Dîner", "lundi", "Ratatouille");
  await planner.showsMeal("Dîner", "mercredi", "Soupe de potiron");
});

test("plans and lists survive a crash of the server", async ({ planner, server }) => {
  await planner.open("/?week=2025-W33");
  await planner.plan("Dîner", "lundi", "Omelette aux champignons");
  await planner.button("Faire la liste").click();
  const items = [
    ["beurre", "15 g"],
    ["champignons", "200 g"],
    ["œufs", "5"],
  ];
  await planner.showsItems(items);
  await server.kill();
  await server.start();
  // The page knows the plan's version from before the crash.
  await planner.plan("Dîner", "mardi", "Ratatouille");
  await planner.reload();
  await planner.showsMeal("Dîner", "lundi", "Omelette aux champignons");
  await planner.showsMeal("Dîner", "mardi", "Ratatouille");
  await planner.showsItems(items);
});

test("a save of which the answer is lost is no conflict with oneself", { refusals: [0, 412] }, async ({
  planner,
}) => {
  const { page } = planner;
  await planner.open();
  await planner.plan("Dîner", "lundi", "Ratatouille");
  const lose = async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  };
  await page.route("**/api/meal-plans/*", lose, { times: 1 });
  await planner.meal("Dîner", "mardi").selectOption("Soupe de potiron");
  await page.getByRole("alert").getByText("Le serveur ne répond pas.").waitFor();
  await planner.meal("Dîner", "mercredi").selectOption("Ratatouille");
  await planner.saved();
  assert.equal(await page.getByRole("alert").count(), 0);
  await planner.plan("Dîner", "jeudi", "Ratatouille");
  await planner.reload();
  await planner.showsMeal("Dîner", "mardi", "Soupe de potiron");
  await planner.showsMeal("Dîner", "mercredi", "Ratatouille");
});

test("a page that does not reach its server says so in both languages, and goes on when it does", {
  refusals: [0],
}, async ({ planner }) => {
  const { page } = planner;
  const mend = await cut(page);
  await page.goto("/");
  const away = page.getByRole("alert").getByText("Le serveur ne répond pas.");
  await page.getByText("Le plan de cette semaine n’a pas pu être chargé.").waitFor();
  await away.first().waitFor();
  assert.equal(await planner.meal("Dîner", "lundi").getAttribute("aria-disabled"), "true");
  await planner.goToNextWeek();
  await planner.showsWeek("2025-W33");
  await planner.startOn("2025-08-04");
  await page.locator(".start").getByRole("alert").getByText("Le serveur ne répond pas.").waitFor();
  await planner.speak("en");
  await page.getByRole("alert").getByText("The server does not answer.").first().waitFor();
  await planner.speak("fr");
  await away.first().waitFor();

  await mend();
  const retry = planner.button("Réessayer");
  await eventually(async () => {
    for (const button of await retry.all()) {
      await button.click({ timeout: 1000 });
    }
    assert.equal(await page.getByRole("alert").count(), 0);
  });
  await planner.plan("Dîner", "lundi", "Ratatouille");
});

test("a server that has too much to do is told of, and asked again", {
  server: ["--max-requests", "8"],
  refusals: [503],
}, async ({ planner, server }) => {
  const alert = planner.page.getByRole("alert");
  await planner.open();
  const leave = await occupy(server, 8);
  const ask = () => server.ask("GET", "/api/recipes", { language: "fr" });
  // It may be some time until the server has read all that occupies it.
  await eventually(async () => assert.equal((await ask()).status, 503));
  await planner.meal("Dîner", "lundi").selectOption("Ratatouille");
  await alert.getByText(NOT_SAVED).waitFor();
  const { status, headers, body } = await ask();
  assert.equal(status, 503);
  assert.match(headers.get("Retry-After"), /^\d+$/);
  await alert.getByText(body.error, { exact: true }).waitFor();
  leave();
  await planner.button("Réessayer").click();
  await planner.saved();
  await alert.waitFor({ state: "detached" });
});

test("meals that take too long on their way are told of, and sent again", {
  server: ["--request-timeout", "1"],
  refusals: [408],
}, async ({ planner, server }) => {
  const alert = planner.page.getByRole("alert");
  const way = await slowWay(server);
  await planner.open(way.origin);
  way.slow = true;
  await planner.meal("Dîner", "lundi").selectOption("Ratatouille");
  await planner.showsText(".save-state", "Enregistrement…");
  await alert.getByText(NOT_SAVED).waitFor();
  way.slow = false;
  await planner.saved();
  await alert.waitFor({ state: "detached" });
  await planner.reload();
  await planner.showsMeal("Dîner", "lundi", "Ratatouille");
  way.close();
});
