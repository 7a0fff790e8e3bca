#include "ui/registry/columnlayout.h"
#include <QSettings>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

namespace {

QString groupOf(const RegistrySpec &spec)
{
    return u"columns/"_qs + spec.id;
}

} // namespace

void ColumnLayout::setShown(const QString &field, bool on)
{
    if (on && !shown.contains(field)) {
        shown.append(field);
    } else if (!on && shown.size() > 1) { // a list without columns could not be mended
        shown.removeAll(field);
        frozen.removeAll(field);
    }
}

void ColumnLayout::setFrozen(const QString &field, bool on)
{
    frozen.removeAll(field);
    shown.removeAll(field);
    shown.insert(frozen.size(), field);
    if (on) {
        frozen.append(field);
    }
}

void ColumnLayout::move(const QString &field, qsizetype place)
{
    if (frozen.contains(field) || !shown.contains(field)) {
        return;
    }
    shown.removeAll(field);
    shown.insert(qBound(frozen.size(), place, shown.size()), field);
}

ColumnLayout defaultLayout(const RegistrySpec &spec)
{
    ColumnLayout layout;
    for (const Field &field : spec.fields) {
        if (field.isListed && field.isFrozen) {
            layout.frozen << field.id;
        }
    }
    layout.shown = layout.frozen;
    for (const QString &id : spec.defaultColumns()) {
        if (!layout.shown.contains(id)) {
            layout.shown << id;
        }
    }
    return layout;
}

ColumnLayout rememberedLayout(const RegistrySpec &spec)
{
    QSettings settings;
    settings.beginGroup(groupOf(spec));
    ColumnLayout layout;
    for (const QString &id : settings.value(u"shown"_qs).toStringList()) {
        if (spec.field(id) != nullptr && !layout.shown.contains(id)) {
            layout.shown << id;
        }
    }
    if (layout.shown.isEmpty()) {
        return defaultLayout(spec);
    }
    for (const QString &id : settings.value(u"frozen"_qs).toStringList()) {
        if (layout.shown.value(layout.frozen.size()) == id) {
            layout.frozen << id;
        }
    }
    const QVariantMap widths = settings.value(u"widths"_qs).toMap();
    for (auto it = widths.begin(); it != widths.end(); ++it) {
        if (const int width = it.value().toInt(); width >= 24 && width <= 2000 && spec.field(it.key()) != nullptr) {
            layout.widths.insert(it.key(), width);
        }
    }
    return layout;
}

void rememberLayout(const RegistrySpec &spec, const ColumnLayout &layout)
{
    QSettings settings;
    settings.beginGroup(groupOf(spec));
    settings.setValue(u"shown"_qs, layout.shown);
    settings.setValue(u"frozen"_qs, layout.frozen);
    QVariantMap widths;
    for (auto it = layout.widths.begin(); it != layout.widths.end(); ++it) {
        widths.insert(it.key(), it.value());
    }
    settings.setValue(u"widths"_qs, widths);
}

void forgetLayout(const RegistrySpec &spec)
{
    QSettings().remove(groupOf(spec));
}

QList<SortKey> rememberedSort(const RegistrySpec &spec)
{
    QList<SortKey> sort;
    for (const QString &key : QSettings().value(groupOf(spec) + u"/sort").toStringList()) {
        const bool descending = key.startsWith(u'-');
        const QString field = descending ? key.mid(1) : key;
        if (spec.field(field) != nullptr) {
            sort.append({field, descending});
        }
    }
    return sort;
}

void rememberSort(const RegistrySpec &spec, const QList<SortKey> &sort)
{
    QStringList keys;
    for (const SortKey &key : sort) {
        keys << (key.descending ? QString(u'-' + key.field) : key.field);
    }
    QSettings().setValue(groupOf(spec) + u"/sort", keys);
}

} // namespace gridbook::ui
