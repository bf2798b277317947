import type { ComponentChildren } from "preact";
import { t } from "@/src/i18n/t";
import { BackLink } from "@/src/ui/parts/BackLink";
import { Button } from "@/src/ui/parts/Button";
import { CopyLine } from "@/src/ui/parts/CopyLine";
import type { Guide, GuideLink, GuidePart } from "./guide";
import { GUIDES_HREF } from "./guides";

interface GuidePageProps {
  guide: Guide;
  /** The page's title, as the page it stands in makes it. */
  title: ComponentChildren;
  onCopy: (text: string) => Promise<void>;
  onPrint: () => void;
}

/** One guide: plain sentences, and nothing that has to be done. */
export function GuidePage({ guide, title, onCopy, onPrint }: GuidePageProps) {
  return (
    <article class="stack guide">
      <BackLink href={GUIDES_HREF}>{t("guidesBack")}</BackLink>
      {title}
      {guide.parts.map((part) => (
        <Part key={part.lines[0]} part={part} onCopy={onCopy} />
      ))}
      {guide.links && <Links links={guide.links} />}
      {guide.id === "law" && <p class="note">{t("guideNotAdvice")}</p>}
      <div>
        <Button onPress={onPrint}>{t("guidePrint")}</Button>
      </div>
    </article>
  );
}

function Part({ part, onCopy }: { part: GuidePart; onCopy: GuidePageProps["onCopy"] }) {
  return (
    <section class="stack-tight">
      {part.heading && <h2>{t(part.heading)}</h2>}
      <Lines part={part} onCopy={onCopy} />
    </section>
  );
}

function Lines({ part: { kind, lines }, onCopy }: { part: GuidePart; onCopy: GuidePageProps["onCopy"] }) {
  const words = lines.map((key) => t(key));
  switch (kind) {
    case "text":
      return words.map((line) => <p key={line}>{line}</p>);
    case "steps":
      return <ol class="guide-points">{words.map(item)}</ol>;
    case "points":
      return <ul class="guide-points">{words.map(item)}</ul>;
    case "say":
    case "dont":
      return <ul class={`guide-words guide-${kind}`}>{words.map(item)}</ul>;
    case "blanks":
      return <Blanks names={words} />;
    case "copy":
      return words.map((line) => <CopyLine key={line} text={line} onCopy={onCopy} />);
    case "pairs":
      return <Pairs words={words} />;
  }
}

const item = (line: string) => <li key={line}>{line}</li>;

/** A card to print: room to write by hand, and no field, so that nothing written is stored. */
function Blanks({ names }: { names: readonly string[] }) {
  return (
    <ul class="guide-blanks">
      {names.map((name) => (
        <li key={name}>
          <span>{name}</span>
          <span class="guide-blank" aria-hidden="true" />
        </li>
      ))}
    </ul>
  );
}

function Pairs({ words }: { words: readonly string[] }) {
  return (
    <dl class="guide-pairs">
      {words.map((line, n) => (n % 2 === 0 ? <dt key={line}>{line}</dt> : <dd key={line}>{line}</dd>))}
    </dl>
  );
}

function Links({ links }: { links: readonly GuideLink[] }) {
  return (
    <ul class="guide-links">
      {links.map(({ name, url, note }) => (
        <li key={name}>
          <a href={url} target="_blank" rel="noreferrer noopener">
            {name}
          </a>
          <span class="note">{t(note)}</span>
        </li>
      ))}
    </ul>
  );
}
