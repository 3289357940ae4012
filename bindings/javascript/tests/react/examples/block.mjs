// An example of a component, as the documentation writes it:
//
//     // planner.jsx                                   its name, where other examples import it
//     // in America/New_York, on 2025-08-07 at 00:30   the zone and the clock of the page
//     // in a page with <div id="root"></div>          what the page holds before
//     function WeekBar() { … }                      the last component is rendered
//     const root = hydrateRoot(…);                  or the example does that itself
//     // on the server: shows Semaine du …             what a server renders, for the page to take over
//     // shows: Semaine du 4 au 10 août 2025           what the page then shows
//     // click "›": shows Semaine du 11 au 17 août     what it shows after something was done
//     // press {Enter}: focus on lundi 4 août          where the focus is
//     // throws: week 53 does not exist                what rendering throws
//
// Statements with a value in their comment are compared as in every other example.

import { moduleOf } from "../../examples.mjs";

/** Where and when the pages of the documentation are seen, unless an example says something else. */
const USUAL = { zone: "Europe/Paris", day: "2025-08-07", time: "12:00" };

const NAME = /^\/\/ ([\w/-]+\.jsx)$/m;
const PLACE = /^\/\/ in ([A-Z][\w/+-]*)(?:, on (\d{4}-\d\d-\d\d) at (\d\d:\d\d))?$/m;
const PAGE = /^\/\/ in a page with (<.+>)$/m;
const COMPONENT = /^(?:export )?(?:default )?(?:async )?function ([A-Z]\w*)/gm;
const ROOT = /^const root = /m;
const STEP = /^\/\/ (?:(?!shows)(.+?): )?(shows|focus on|throws):? (.+)$/gm;

/** An example, of which the module `source` exports the component as `Shown` and what it rendered itself as `root`. */
export function blockOf(text) {
  const [, name] = NAME.exec(text) ?? [];
  const [, zone = USUAL.zone, day = USUAL.day, time = USUAL.time] = PLACE.exec(text) ?? [];
  const [, html = ""] = PAGE.exec(text) ?? [];
  const component = Array.from(text.matchAll(COMPONENT), ([, found]) => found).at(-1);
  const steps = Array.from(text.matchAll(STEP), ([, action, kind, wanted]) => ({ action, kind, wanted }));
  const { text: module, compared } = moduleOf(text);
  const given = [component && `${component} as Shown`, ROOT.test(text) && "root"].filter(Boolean);
  const source = `${module}\nexport { ${given.join(", ")} };\n`;
  return { name, zone, start: `${day}T${time}`, html, component, steps, source, compared };
}
