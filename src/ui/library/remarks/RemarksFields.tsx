import { t } from "@/src/i18n/t";
import { MAX_LISTED } from "@/src/model/note-limits";
import { EffectField } from "@/src/ui/library/notes/EffectField";
import { Fold } from "@/src/ui/parts/Fold";
import { LineField } from "@/src/ui/parts/LineField";
import { WordsField } from "@/src/ui/parts/WordsField";
import type { RemarksForm } from "./form-values";
import { LinkFields } from "./LinkFields";
import type { RemarksState } from "./state";

interface RemarksFieldsProps {
  remarks: RemarksState;
  onType: (some: Partial<RemarksForm>) => void;
  onListItems: () => void;
}

/** What most people write first, then the rest, folded away where nothing stands in it. */
export function RemarksFields({ remarks, onType, onListItems }: RemarksFieldsProps) {
  return (
    <>
      <FirstFields form={remarks.form} onType={onType} />
      <Fold title={t("remarksMore")} isOpen={hasMore(remarks.form)}>
        <MoreFields remarks={remarks} onType={onType} onListItems={onListItems} />
      </Fold>
    </>
  );
}

function FirstFields({ form, onType }: { form: RemarksForm; onType: RemarksFieldsProps["onType"] }) {
  return (
    <>
      <LineField
        label={t("remarksDescription")}
        note={t("remarksDescriptionNote")}
        value={form.description}
        onType={(description) => onType({ description })}
      />
      <WordsField
        label={t("remarksSignificance")}
        value={form.significance}
        rows={3}
        onType={(significance) => onType({ significance })}
      />
      <WordsField
        label={t("remarksTags")}
        note={t("remarksTagsNote")}
        value={form.tags}
        rows={1}
        onType={(tags) => onType({ tags })}
      />
    </>
  );
}

function MoreFields({ remarks: { form, items, itemsFailure }, onType, onListItems }: RemarksFieldsProps) {
  return (
    <div class="stack">
      <EffectField value={form.effect} onType={(effect) => onType({ effect })} />
      <WordsField
        label={t("remarksPeople")}
        note={t("remarksPeopleNote")}
        value={form.people}
        rows={2}
        onType={(people) => onType({ people })}
      />
      <LineField label={t("remarksPlace")} value={form.place} onType={(place) => onType({ place })} />
      <LinkFields
        links={form.links}
        items={items}
        failure={itemsFailure}
        isFull={form.links.length >= MAX_LISTED}
        onChange={(links) => onType({ links })}
        onListItems={onListItems}
      />
    </div>
  );
}

const hasMore = ({ effect, people, place, links }: RemarksForm): boolean =>
  [effect, people, place].some((words) => words.trim() !== "") || links.length > 0;
