import { drive } from "./tools/drive/drive";
import { serveFolder } from "./tools/serve";
const served = await serveFolder("tests/fixtures/fidelity");
const d = await drive("chromium", {dpr:Number(process.argv[4]??1)});
const page = await d.openPage(`${served.origin}/${process.argv[2]}.html`);
console.log(await page.evaluate(process.argv[3]!));
await d.close(); await served.close(); process.exit(0);
