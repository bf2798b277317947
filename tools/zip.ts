/** `npm run zip`: the packages for the extension stores, in .output. */
import { runWxt } from "./release-build";

await runWxt(["zip"]);
await runWxt(["zip", "-b", "firefox", "--mv3"]);
