#include "generator/import/xlsx_styles.h"

#include <catch2/catch.hpp>

#include "generator/import/zip_package.h"
#include "tests/raw_package.h"

using namespace importing;

TEST_CASE("a cell's style leads to its number format, own or built in", "[import]") {
    const tests::SheetFolder folder;
    tests::SmallWorkbook small;
    small.styles =
        "<numFmts><numFmt numFmtId=\"176\" formatCode=\"0.0%\"/></numFmts>"
        "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
        "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"176\"/><xf numFmtId=\"14\"/></cellXfs>"
        "<dxfs><dxf><numFmt numFmtId=\"14\" formatCode=\"0\"/></dxf></dxfs>";
    const ZipPackage package(small.write(folder / "a.xlsx"));
    const XlsxStyles styles(package, "xl/styles.xml");
    CHECK(styles.format(0).kind == NumberFormat::Kind::general);
    CHECK(styles.format(1).kind == NumberFormat::Kind::percent);
    CHECK(styles.format(1).decimals == 1);
    CHECK(styles.format(2).kind == NumberFormat::Kind::date);
    CHECK(styles.format(99).kind == NumberFormat::Kind::general);
    CHECK(XlsxStyles().format(0).kind == NumberFormat::Kind::general);
}
