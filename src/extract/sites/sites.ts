/** Every platform's reader. Of those that run on any host the more particular ones come first. */
import type { SiteReader } from "../site-reader";

export const SITES: readonly SiteReader[] = [];
