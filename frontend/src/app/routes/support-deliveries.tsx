import { useSearchParams } from "react-router";
import { PageHeader } from "../../components/page-header";
import { readSupportFilters } from "../../features/support/filters";
import { MaskedList } from "../../features/support/masked-list";
import { SupportFilterBar } from "../../features/support/support-filter-bar";
import { writeFilters } from "../../lib/filters";
import * as pageTexts from "../../texts/page-texts";

export function Component() {
  const [search, setSearch] = useSearchParams();
  const filters = readSupportFilters(search);
  return (
    <>
      <PageHeader
        title={pageTexts.support.deliveriesTitle}
        intro={pageTexts.support.deliveriesIntro}
      />
      <SupportFilterBar
        filters={filters}
        onChange={(changed) => setSearch(writeFilters(changed))}
      />
      <MaskedList filters={filters} />
    </>
  );
}
