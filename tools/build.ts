/** `npm run build`: the release build for both browsers, in .output/chrome-mv3 and .output/firefox-mv3. */
import { buildBoth } from "./release-build";

await buildBoth();
console.log("Built .output/chrome-mv3 and .output/firefox-mv3.");
