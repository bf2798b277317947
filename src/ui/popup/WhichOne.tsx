import { t } from "@/src/i18n/t";
import type { PageView } from "@/src/messaging/protocol";
import type { Candidate } from "@/src/model/thread";
import { Claim } from "@/src/ui/parts/Claim";
import { useOwnId } from "@/src/ui/parts/use-own-id";
import type { Chosen } from "./state";

interface WhichOneProps {
  posts: readonly Candidate[];
  chosen: Chosen | null;
  page: PageView;
  onChoose: (chosen: Chosen) => void;
}

/**
 * The posts of a page, as text, to choose from. Open where it is not clear which one is meant; folded away where one was
 * taken because it fills the middle of the window. Saving does not wait for an answer.
 */
export function WhichOne({ posts, chosen, page, onChoose }: WhichOneProps) {
  if (posts.length === 0) return null;
  const list = <Choices posts={posts} picked={chosen ?? taken(posts, page)} onChoose={onChoose} />;
  const isUnclear = page.chosenBy === null || chosen !== null;
  return (
    <div class="which-one">
      {isUnclear ? (
        list
      ) : (
        <details class="fold">
          <summary>{t("whichOneOther")}</summary>
          {list}
        </details>
      )}
      <p role="status" class="visually-hidden">
        {chosen === null ? "" : t(chosen === "none" ? "whichOneCleared" : "whichOneChosen")}
      </p>
    </div>
  );
}

interface ChoicesProps {
  posts: readonly Candidate[];
  picked: Chosen;
  onChoose: (chosen: Chosen) => void;
}

function Choices({ posts, picked, onChoose }: ChoicesProps) {
  const noteId = useOwnId();
  const name = useOwnId();
  return (
    <fieldset class="choices" aria-describedby={noteId}>
      <legend class="which-one-title">{t("whichOne")}</legend>
      <p id={noteId} class="note">
        {t("whichOneNote")}
      </p>
      <div class="which-one-list">
        {posts.map((post) => (
          <label key={post.index} class="choice">
            <input type="radio" name={name} checked={picked === post.index} onChange={() => onChoose(post.index)} />
            <span>
              <Post post={post} />
            </span>
          </label>
        ))}
      </div>
      <label class="choice">
        <input type="radio" name={name} checked={picked === "none"} onChange={() => onChoose("none")} />
        {t("whichOneNone")}
      </label>
    </fieldset>
  );
}

/** Whose, when, and how it begins. */
function Post({ post: { handle, displayName, postedAtText, text } }: { post: Candidate }) {
  return (
    <>
      <strong>
        <Claim text={handle ?? displayName} />
      </strong>
      {postedAtText !== null && (
        <>
          {" · "}
          <Claim text={postedAtText} />
        </>
      )}
      {text !== null && (
        <bdi class="which-one-words" dir="auto">
          {text}
        </bdi>
      )}
    </>
  );
}

/** The post that was taken without asking, or none. */
function taken(posts: readonly Candidate[], { facts, chosenBy }: PageView): Chosen {
  if (chosenBy === null) return "none";
  const { permalink, handle, postedAtText } = facts;
  const same = posts.filter(
    (post) => post.permalink === permalink && post.handle === handle && post.postedAtText === postedAtText,
  );
  return same.length === 1 && same[0] ? same[0].index : "none";
}
