#pragma once
// The line over a list that says which records it shows: the choice of current ones or all, each filter as a chip that
// can be taken away, and the filters that the office has saved.
#include "core/registry/query.h"
#include "core/registry/savedfilters.h"
#include "ui/registry/filterwords.h"
#include <QWidget>

class QHBoxLayout;

namespace gridbook::ui {

class Workbench;

class QueryBar : public QWidget
{
    Q_OBJECT
public:
    // titleOf: the names of records that filters speak of.
    QueryBar(Workbench &bench, const RegistrySpec &spec, TitleOf titleOf, QWidget *parent);
    void setQuery(const Query &query); // what the list shows now

Q_SIGNALS:
    void queryWanted(const Query &query);

private:
    void refresh();
    void addSavedFilters(QHBoxLayout *line);
    void useSaved(const SavedFilter &saved);
    void saveCurrent();
    bool mayTakeName(const QString &name);
    void renameSaved(const SavedFilter &saved);
    void deleteSaved(const QString &name);
    [[nodiscard]] QString word(const Term &term) const;

    Workbench &m_bench;
    const RegistrySpec &m_spec;
    TitleOf m_titleOf;
    Query m_query;
    QWidget *m_line;
};

} // namespace gridbook::ui
