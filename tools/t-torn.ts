import { randomFrom } from "./interrupt/plan";
import { prepareProfiles } from "./torture/profiles";
import { tear } from "./torture/tear";
import { serveFolder } from "./serve";
import { drive } from "./drive/drive";
import { handOver, keepPage } from "./drive/journey";
const s = await serveFolder("/tmp/wt-torture/tests/fixtures/pages");
const p = await prepareProfiles(s.origin);
const short = (x: string) => x.replaceAll("\n", " | ").slice(0, 500);
for (let seed = Number(process.argv[2]); seed < Number(process.argv[3]); seed++) {
  const profile = await p.used();
  const downloads = await p.folder();
  const t = await tear(profile, randomFrom(seed));
  console.log(`== ${seed}`, t.file.slice(-40), t.how);
  const d = await drive("chromium", { profile, downloads, height: 1500 });
  try {
    const lib = await d.openOwnPage("library.html");
    console.log("LIB ", short(await lib.untilText(/EX-\d+|Nothing is kept yet|locked|could not|cannot/).catch((e) => "ERR " + e.message)));
    await lib.press("Check kept items"); await lib.press("Check now");
    console.log("CHK ", short(await lib.untilText(/Unchanged since saved|Not as they were|could not/, 15000).catch((e) => "ERR " + e.message)).slice(60));
    console.log("ZIP ", (await handOver(d, downloads, { withMarked: false }).catch((e) => "ERR " + short(e.message))).slice(-400));
    const kept = await keepPage(d, await d.openPage(`${s.origin}/post.html?new`)).catch((e) => ({ said: "ERR " + e.message }));
    console.log("CAP ", short(kept.said).slice(0, 160));
  } catch (e) { console.log("EXC", short((e as Error).message)); }
  await d.close();
}
await s.close(); await p.remove();
