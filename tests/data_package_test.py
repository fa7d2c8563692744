#!/usr/bin/env python3
"""Checks the whole set of a release against its own Data Package, without any code of ours.

usage: data_package_test.py RELEASE

RELEASE is a release folder (build/demo/public/current). Reads data/datapackage.json as datapackage.org (version 2)
describes it and looks whether every CSV is what it says: size and SHA-256, BOM and line ends, header, types, required
cells, codes, patterns, keys that are unique, references that lead to a row. Also that no cell is a formula, that every
field has a page in the data dictionary, that the tables of public.db have as many rows, and that the catalogue tells
the same digests. Standard library only.
"""
import csv
import datetime
import hashlib
import io
import json
import pathlib
import re
import sqlite3
import sys

PROFILES = "https://datapackage.org/profiles/2.0/"
INTEGER = re.compile(r"-?\d+")
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class Wrong(Exception):
    """What a file says of itself and what it is are two things."""


def need(condition, message):
    if not condition:
        raise Wrong(message)


def value_of(field, text):
    """The cell as its field's type has it; Wrong when it cannot be."""
    kind = field["type"]
    if kind == "string":
        return text
    if kind == "integer":
        need(INTEGER.fullmatch(text), f"no integer: {text!r}")
        return int(text)
    if kind == "boolean":
        need(text in field["trueValues"] + field["falseValues"], f"neither true nor false: {text!r}")
        return text in field["trueValues"]
    if kind == "date":
        need(DATE.fullmatch(text), f"no date: {text!r}")
        return datetime.date.fromisoformat(text)
    if kind in ("array", "object"):
        value = json.loads(text)
        need(isinstance(value, list if kind == "array" else dict), f"no {kind}: {text!r}")
        return value
    raise Wrong(f"unknown type {kind}")


def check_cell(field, text, missing):
    constraints = field.get("constraints", {})
    if text in missing:
        need(not constraints.get("required"), "a required cell is empty")
        return None
    value = value_of(field, text)
    if "enum" in constraints:
        need(value in constraints["enum"], f"not one of the codes: {text!r}")
    if "pattern" in constraints:
        need(re.fullmatch(constraints["pattern"], text), f"does not match the pattern: {text!r}")
    if "jsonSchema" in constraints:
        allowed = constraints["jsonSchema"]["items"]["enum"]
        need(all(one in allowed for one in value), f"not all of the codes: {text!r}")
    return value


def check_file(resource, content):
    """The CSV as bytes: what the package says of the file itself."""
    need(len(content) == resource["bytes"], f"{len(content)} bytes, not {resource['bytes']}")
    need("sha256:" + hashlib.sha256(content).hexdigest() == resource["hash"], "another digest")
    need(content.startswith(b"\xef\xbb\xbf"), "no BOM")
    need(content.endswith(b"\r\n"), "the last line has no end")
    need(resource["encoding"] == "utf-8" and resource["mediatype"] == "text/csv", "encoding or media type")
    return content.decode("utf-8-sig")


def keys_of(schema):
    yield from ([schema["primaryKey"]] if "primaryKey" in schema else [])
    yield from schema.get("uniqueKeys", [])


def check_table(resource, root):
    """Reads one table; returns its columns as name → list of values."""
    text = check_file(resource, (root / resource["path"]).read_bytes())
    schema, missing = resource["schema"], resource["schema"]["missingValues"]
    fields = schema["fields"]
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    need(next(rows) == [field["name"] for field in fields], "the header is not the fields' names")
    columns = {field["name"]: [] for field in fields}
    for number, row in enumerate(rows, 2):
        need(len(row) == len(fields), f"row {number}: {len(row)} cells")
        for field, cell in zip(fields, row):
            need(cell.lstrip()[:1] not in tuple("=+-@\t\r") or INTEGER.fullmatch(cell),
                 f"row {number}, {field['name']}: a spreadsheet would take it for a formula: {cell!r}")
            try:
                columns[field["name"]].append(check_cell(field, cell, missing))
            except (Wrong, ValueError) as error:
                raise Wrong(f"row {number}, {field['name']}: {error}") from error
    for key in keys_of(schema):
        tuples = [one for one in zip(*(columns[name] for name in key)) if None not in one]
        need(len(tuples) == len(set(tuples)), f"not unique: {key}")
    return columns


def check_references(resource, tables):
    for reference in resource["schema"].get("foreignKeys", []):
        (column,), (to,) = reference["fields"], reference["reference"]["fields"]
        there = set(tables[reference["reference"]["resource"]][to])
        lost = {value for value in tables[resource["name"]][column] if value is not None} - there
        need(not lost, f"{column} leads nowhere: {sorted(lost)[:5]}")


def check_profiles(package):
    need(package["$schema"] == PROFILES + "datapackage.json", "the package is not version 2")
    need(re.fullmatch(r"[a-z0-9._-]+", package["name"]), "the package's name")
    datetime.datetime.fromisoformat(package["created"])
    for resource in package["resources"]:
        need(resource["$schema"] == PROFILES + "dataresource.json", "a resource is not version 2")
        need(resource["schema"]["$schema"] == PROFILES + "tableschema.json", "a schema is not version 2")
        need(resource["type"] == "table", "a resource is no table")
        need(re.fullmatch(r"tables/[a-z_]+\.csv", resource["path"]), f"path {resource['path']}")
        for field in resource["schema"]["fields"]:
            need(field["title"] and field["description"].endswith("。"), f"{field['name']} does not say what it is")


def check_catalogue(package, root):
    """The catalogue and the JSON-LD of the data page tell the same sizes and digests."""
    graph = json.loads((root / "catalog.jsonld").read_text(encoding="utf-8"))["@graph"]
    told = {}
    for node in graph:
        for one in node.get("dcat:distribution", []):
            if "spdx:checksum" in one:
                told[one["dcat:downloadURL"]["@id"].rsplit("data/", 1)[1]] = (
                    int(one["dcat:byteSize"]["@value"]), one["spdx:checksum"]["spdx:checksumValue"]["@value"])
    turtle = (root / "catalog.ttl").read_text(encoding="utf-8")
    page = (root / "index.html").read_text(encoding="utf-8")
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
    dataset = json.loads(block.group(1))
    need(dataset["@type"] == "Dataset", "the data page describes no Dataset")
    shown = {one["contentUrl"].rsplit("data/", 1)[1]: one.get("sha256") for one in dataset["distribution"]}
    for resource in package["resources"]:
        digest = resource["hash"].removeprefix("sha256:")
        need(told.get(resource["path"]) == (resource["bytes"], digest), f"catalogue: {resource['path']}")
        need(digest in turtle, f"turtle: {resource['path']}")
        need(shown.get(resource["path"]) == digest, f"JSON-LD: {resource['path']}")


def main():
    root = pathlib.Path(sys.argv[1]).resolve() / "data"
    package = json.loads((root / "datapackage.json").read_text(encoding="utf-8"))
    database = sqlite3.connect(f"file:{root / 'public.db'}?mode=ro&immutable=1", uri=True)
    tables, failures, rows = {}, [], 0
    try:
        check_profiles(package)
        check_catalogue(package, root)
    except Wrong as error:
        failures.append(str(error))
    for resource in package["resources"]:
        name = resource["name"]
        try:
            tables[name] = check_table(resource, root)
            count = len(next(iter(tables[name].values())))
            rows += count
            (stored,) = database.execute(f'SELECT count(*) FROM "{name}"').fetchone()
            need(count == stored, f"{count} rows, public.db has {stored}")
            for field in resource["schema"]["fields"]:
                need((root / field["dictionary"]).is_file(), f"{field['name']} has no page")
        except Wrong as error:
            failures.append(f"{name}: {error}")
    for resource in package["resources"]:
        try:
            needed = {one["reference"]["resource"] for one in resource["schema"].get("foreignKeys", [])}
            if set(tables) >= needed | {resource["name"]}:
                check_references(resource, tables)
        except Wrong as error:
            failures.append(f"{resource['name']}: {error}")
    stored = {name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if stored - {"site", "body"} != set(tables):
        failures.append(f"tables of public.db and of the package differ: {stored ^ set(tables)}")
    if rows < 100:
        failures.append(f"only {rows} rows: there was nothing to check")
    for failure in failures:
        print(failure)
    if failures:
        raise SystemExit("data package: the whole set is not what it says it is")
    print(f"data package: {len(tables)} tables with {rows} rows passed, 0 failed")


if __name__ == "__main__":
    main()
