#pragma once
// People: one row per human being, whatever roles the person has (member, grid leader, volunteer …). ID numbers, phones
// and addresses are sealed in the book.
#include "core/changes/table.h"
#include "core/registry/spec.h"

namespace gridbook::people {

QList<TableSpec> tables();
QList<RegistrySpec> registries();

// The personal fields, as every registry whose records are people shows them; part is the alias of the person table.
QList<Field> personFields(const QString &part, const Term &section);
// Birth date and sex against the ID number, phones, plausible dates (GB 11643-1999).
QList<Issue> validatePerson(const ValidationInput &input);

} // namespace gridbook::people
