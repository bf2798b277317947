import type { Environment } from "@/src/model/exhibit";

/** The surroundings of made-up exhibits, in tests and measurements. */
export const MADE_UP_ENV: Environment = {
  browser: "made up",
  os: "made up",
  extVersion: "0.1.0",
  extBuildHash: "made-up",
  userAgent: "made up",
  viewport: { widthCss: 1280, heightCss: 720 },
  dpr: 1,
  zoom: 1,
  lang: ["en"],
  privateWindow: false,
};
