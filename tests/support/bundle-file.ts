/** What lies in a bundle on disk, for tests that look at bytes. */
export { BundleFile } from "@/tools/bundle-file";
