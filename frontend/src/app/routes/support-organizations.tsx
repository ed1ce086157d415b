import { useSearchParams } from "react-router";
import { FilterRow } from "../../components/filter-row";
import { PageHeader } from "../../components/page-header";
import { TextFilter } from "../../components/text-filter";
import { readOrganizationFilters } from "../../features/support/filters";
import { OrganizationList } from "../../features/support/organization-list";
import { writeFilters } from "../../lib/filters";
import * as pageTexts from "../../texts/page-texts";

export function Component() {
  const [search, setSearch] = useSearchParams();
  const filters = readOrganizationFilters(search);
  const searchFor = (q: string | undefined) => setSearch(writeFilters({ q }));
  return (
    <>
      <PageHeader
        title={pageTexts.support.organizationsTitle}
        intro={pageTexts.support.organizationsIntro}
      />
      <FilterRow
        label={pageTexts.support.organizationsFilters}
        filters={filters}
        onClear={() => searchFor(undefined)}
      >
        <TextFilter
          hint={pageTexts.support.organizationsHint}
          value={filters.q}
          onChange={searchFor}
        />
      </FilterRow>
      <OrganizationList filters={filters} />
    </>
  );
}
