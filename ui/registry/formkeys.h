#pragma once
// Alt+letter for the fields of a form. Forty labels with a letter in brackets would be noise, so the letters show only
// while Alt is held: the first letter of the label's pinyin, else the next one that is free.
#include <QHash>
#include <QObject>
#include <QString>

class QLabel;

namespace gridbook::ui {

class FormView;

class FormKeys final : public QObject
{
    Q_OBJECT
public:
    FormKeys(FormView *form, QObject *parent);
    [[nodiscard]] QHash<QChar, QString> letters() const { return m_letters; } // letter → field id

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void showTips(bool show);

    FormView *m_form;
    QHash<QChar, QString> m_letters;
    QList<QLabel *> m_tips;
};

} // namespace gridbook::ui
