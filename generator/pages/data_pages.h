// What the data page 数据 offers besides itself: the whole set's description as a Data Package and as a catalogue. They
// are written last, when the sizes and digests of all downloads are known.
#pragma once

#include <string>

#include "generator/pages/table_files.h"
#include "records/public_site.h"

namespace pages {

/// 数据: what there is, coverage, licence, how to cite (data.cpp).
void write_data(const Site& site, records::PublicSite& records, const TableFiles& files);
/// data/datapackage.json (data_package.cpp).
void write_data_package(const Site& site, const TableFiles& files);
/// data/catalog.jsonld and data/catalog.ttl, DCAT 3 (catalogue.cpp).
void write_catalogue(const Site& site, records::PublicSite& records, const TableFiles& files);
/// The whole set as a schema.org Dataset, JSON-LD; `address` is that of the page it stands in (catalogue.cpp).
std::string dataset_json(const Site& site, records::PublicSite& records, const TableFiles& files,
                         std::string_view address);
/// 数据字典 and its page a field (dictionary.cpp, field_page.cpp).
void write_dictionary(const Site& site, records::PublicSite& records);

}  // namespace pages
