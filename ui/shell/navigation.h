#pragma once
// The places of the program at the left: groups with icons and the counts that matter. Up and Down move, Return or a
// click goes there. Can be folded to icons only. What is in it is data; it knows no page.
#include "core/base/term.h"
#include "ui/shell/icons.h"
#include "ui/widgets/badge.h"
#include <QList>
#include <QWidget>

class QListWidget;
class QListWidgetItem;
class QToolButton;

namespace gridbook::ui {

struct NavItem
{
    QString id; // "party.members"
    Term title;
    Glyph glyph = Glyph::None;
};

struct NavGroup
{
    Term title; // empty for the first group
    QList<NavItem> items;
};

class Navigation final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int idRole = Qt::UserRole + 1; // of list()'s items
    explicit Navigation(QWidget *parent = nullptr);
    void setGroups(const QList<NavGroup> &groups, const QString &language);
    // Marks the place where the user is; no signal.
    void setActive(const QString &id);
    [[nodiscard]] QString active() const { return m_active; }
    void setCount(const QString &id, int count, BadgeKind kind = BadgeKind::Quiet);
    // Groups that an office does not use; a head without items goes too.
    void setItemVisible(const QString &id, bool visible);
    void setCollapsed(bool collapsed);
    [[nodiscard]] bool isCollapsed() const { return m_collapsed; }
    [[nodiscard]] QListWidget *list() const { return m_list; }
    static int fullWidth();

Q_SIGNALS:
    void activated(const QString &id);
    void collapsedChanged(bool collapsed);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    [[nodiscard]] QListWidgetItem *find(const QString &id) const;
    void describe(QListWidgetItem *item);
    void go(QListWidgetItem *item);
    void fit();

    QListWidget *m_list;
    QToolButton *m_fold;
    QString m_active;
    bool m_collapsed = false;
};

} // namespace gridbook::ui
