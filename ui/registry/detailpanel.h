#pragma once
// The selected record beside its list: what it is, its facts by section (protected ones masked, shown once for a
// purpose that is logged), what belongs to it, and what was changed of late.
#include "core/registry/history.h"
#include "ui/shell/workbench.h"
#include <QWidget>

class QGridLayout;
class QLabel;
class QScrollArea;
class QTimer;
class QVBoxLayout;

namespace gridbook::ui {

class DetailPanel final : public QWidget
{
    Q_OBJECT
public:
    DetailPanel(Workbench &bench, const QString &registry, QWidget *parent = nullptr);
    void setRecord(RowId id); // 0: none; read a moment later, so that running down a list stays quick
    [[nodiscard]] RowId record() const { return m_id; }

Q_SIGNALS:
    void shown(gridbook::RowId id); // all of it stands there
    void openWanted(gridbook::RowId id);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void rebuild();
    void fitWidth();
    void addHead(QVBoxLayout *column, const Record &record);
    void addRemarks(QVBoxLayout *column, const Record &record);
    void addFacts(QVBoxLayout *column, const Record &record);
    void addFact(QGridLayout *grid, const Field &field, const QVariant &value);
    [[nodiscard]] int labelWidth() const;
    void reveal(const Field &field, const QString &plain, QLabel *label, QWidget *button);
    void addRelated(QVBoxLayout *column, const Record &record);
    [[nodiscard]] QVariantMap presetsFor(const RegistrySpec &other, const QString &field, const Record &record) const;
    void addTimeline(QVBoxLayout *column);

    Workbench &m_bench;
    const RegistrySpec &m_spec;
    RowId m_id = 0;
    QString m_title;
    QScrollArea *m_scroll;
    QTimer *m_timer;
};

} // namespace gridbook::ui
