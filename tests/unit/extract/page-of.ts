/** Made-up pages for the extractor's tests. */
import { Window } from "happy-dom";
import { extractPage } from "@/src/extract/extract-page";
import type { SiteReader } from "@/src/extract/site-reader";
import type { PageFacts } from "@/src/model/page-facts";

export const PAGE_URL = "https://forum.example/posts/41";

export function documentOf(html: string): Document {
  const parser = new new Window().DOMParser();
  return parser.parseFromString(html, "text/html") as unknown as Document;
}

/** Facts of a page with this in its head and body. */
export function factsOf(
  parts: { head?: string; body?: string },
  url: string = PAGE_URL,
  readers?: readonly SiteReader[],
): PageFacts {
  const html = `<!doctype html><html><head>${parts.head ?? ""}</head><body>${parts.body ?? ""}</body></html>`;
  return extractPage(documentOf(html), url, null, readers ? { readers } : {});
}

export function jsonLd(data: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>`;
}

export function metaOf(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([property, content]) => `<meta property="${property}" content="${content}">`)
    .join("");
}

/** A described post, as complete as pages give it. */
export function posting(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    "@context": "https://schema.org",
    "@type": "SocialMediaPosting",
    url: PAGE_URL,
    headline: "A walk",
    articleBody: "We went for a walk.",
    datePublished: "2024-05-06T07:08:09+02:00",
    author: { "@type": "Person", name: "Kim Doe", alternateName: "@KimD", url: "https://forum.example/u/KimD" },
    ...changes,
  };
}
