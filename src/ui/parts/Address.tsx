/**
 * A web address as text, not as a link: opening it is not one slip of the finger away. It always runs left to right,
 * and the part that says whose site it is stands out.
 */
export function Address({ url }: { url: string }) {
  const { before, host, after } = partsOf(url);
  return (
    <bdi dir="ltr" class="address" title={url}>
      {before}
      <span class="address-host">{host}</span>
      {after}
    </bdi>
  );
}

/** `https://` is left out, being the rule; any other scheme is shown. */
function partsOf(url: string): { before: string; host: string; after: string } {
  const parsed = URL.parse(url);
  if (parsed === null || parsed.host === "") return { before: "", host: "", after: url };
  const start = url.indexOf(parsed.host);
  if (start < 0) return { before: "", host: "", after: url };
  const before = url.slice(0, start);
  const after = url.slice(start + parsed.host.length);
  return { before: before === "https://" ? "" : before, host: parsed.host, after: after === "/" ? "" : after };
}
