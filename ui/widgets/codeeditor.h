#pragma once
// A value of a code table (nationality, education, category). Type a part of the label, the code, or pinyin letters;
// Alt+Down or the arrow shows the whole table.
#include "ui/widgets/lineeditor.h"

namespace gridbook::ui {

class PickList;

struct CodeChoice
{
    QString code;
    QString label;
    QStringList keys;     // further words that find it, in small letters: full pinyin, initials, synonyms
    bool retired = false; // not offered, but shown where a record still has it
    QString kind{};       // only entries of one kind are offered: offerKind()
};

class CodeEditor final : public LineEditor
{
    Q_OBJECT
public:
    explicit CodeEditor(QWidget *parent = nullptr);
    void setItems(const QList<CodeChoice> &items);
    [[nodiscard]] const QList<CodeChoice> &items() const { return m_items; }
    // Offers the entries of this kind only; why the others are missing stands at the end of the list.
    void offerKind(const QString &kind, const QString &why);
    void offerPresentKind(); // that of the value which stands there
    // "31 大学专科" instead of "大学专科".
    void setShowCode(bool show);
    void setReadOnly(bool readOnly) override;
    void settle() override;
    // What typing text would offer, best first.
    [[nodiscard]] QList<CodeChoice> matches(const QString &text) const;
    [[nodiscard]] PickList *list() const { return m_list; }
    void openList();

protected:
    [[nodiscard]] Reading read(const QString &text) const override;
    [[nodiscard]] QString write(const QVariant &value) const override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void offer(const QList<CodeChoice> &items);
    [[nodiscard]] bool isOffered(const CodeChoice &item) const { return !item.retired && item.kind == m_kind; }
    [[nodiscard]] QString shown(const CodeChoice &item) const;

    QList<CodeChoice> m_items;
    PickList *m_list;
    QToolButton *m_arrow;
    bool m_showCode = false;
    QString m_kind;
    QString m_why;
};

} // namespace gridbook::ui
