"""Where one study can be read outside: DOI, PubMed record, registry entries."""

from evidence.addresses import doi_link, pubmed_link, registry_links
from evidence.packs.records import Study
from evidence.vocabulary.fact import Fact, fact


def study_links(study: Study) -> tuple[tuple[Fact | str, str], ...]:
    """DOI, PubMed record and registry entries of a study, as far as they are known."""
    links: list[tuple[Fact | str, str]] = []
    if study.doi:
        links.append((fact("DOI of a study", doi=study.doi), doi_link(study.doi)))
    if study.pmid:
        links.append((fact("PubMed record of a study", pmid=study.pmid), pubmed_link(study.pmid)))
    return (*links, *registry_links(study.registration))
