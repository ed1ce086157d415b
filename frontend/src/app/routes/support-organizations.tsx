import { useSearchParams } from "react-router";
import { FilterRow } from "../../components/filter-row";
import { PageHeader } from "../../components/page-header";
import { TextFilter } from "../../components/text-filter";
import { readOrganizationFilters } from "../../features/support/filters";
import { OrganizationList } from "../../features/support/organization-list";
import { writeFilters } from "../../lib/filters";
import { texts } from "../../texts/texts";

export function Component() {
  const [search, setSearch] = useSearchParams();
  const filters = readOrganizationFilters(search);
  const searchFor = (q: string | undefined) => setSearch(writeFilters({ q }));
  return (
    <>
      <PageHeader
        title={texts.support.organizationsTitle}
        intro={texts.support.organizationsIntro}
      />
      <FilterRow
        label={texts.support.organizationsFilters}
        filters={filters}
        onClear={() => searchFor(undefined)}
      >
        <TextFilter hint={texts.support.organizationsHint} value={filters.q} onChange={searchFor} />
      </FilterRow>
      <OrganizationList filters={filters} />
    </>
  );
}
