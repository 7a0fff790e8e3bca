#pragma once
// A reference to another record, found by name, pinyin or number. The provider may answer later and from elsewhere;
// answers to questions that are no longer asked are dropped. The value is the row id.
#include "ui/widgets/lineeditor.h"
#include <functional>

namespace gridbook::ui {

class PickList;

struct LookupItem
{
    qint64 id = 0;
    QString title;
    QString subtitle; // birth year, branch, phone tail: enough to tell two 张伟 apart
};

class LookupEditor final : public LineEditor
{
    Q_OBJECT
public:
    using Answer = std::function<void(const QList<LookupItem> &)>;
    using Provider = std::function<void(const QString &text, const Answer &answer)>;
    using Resolver = std::function<LookupItem(qint64 id)>;

    explicit LookupEditor(QWidget *parent = nullptr);
    void setProvider(Provider provider); // an empty text asks for the likely ones
    void setResolver(Resolver resolver); // how an id is shown by setValue()
    // Offers "New …" at the end of the list; the form opens without losing this one.
    void setAllowNew(bool allow) { m_allowNew = allow; }
    void setItem(const LookupItem &item); // as setValue(), with the title at hand
    [[nodiscard]] const LookupItem &item() const { return m_item; }
    void setValue(const QVariant &value) override;
    void setReadOnly(bool readOnly) override;
    void settle() override;
    void take(const QString &text) override;
    [[nodiscard]] PickList *list() const { return m_list; }
    void openList();

Q_SIGNALS:
    void newRequested(const QString &typed);

protected:
    [[nodiscard]] Reading read(const QString &text) const override;
    [[nodiscard]] QString write(const QVariant &value) const override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void search(const QString &text);
    void offer(const QList<LookupItem> &items);

    Provider m_provider;
    Resolver m_resolver;
    LookupItem m_item;
    PickList *m_list;
    QToolButton *m_arrow;
    QList<LookupItem> m_found;
    QString m_typed;
    quint64 m_question = 0; // the number of the last question asked
    bool m_allowNew = false;
};

} // namespace gridbook::ui
