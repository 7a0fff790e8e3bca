#pragma once
// The citizen identity number (GB 11643-1999), or that of another document where the form says so. Says what is wrong
// with it, marks the character, and tells the birth date and sex it carries. A masked number is not held here at all:
// the eye asks the form to fetch it (and to log that).
#include "core/base/clock.h"
#include "core/text/citizenid.h"
#include "ui/widgets/lineeditor.h"
#include <QDate>
#include <functional>

namespace gridbook::ui {

class CitizenIdEditor final : public LineEditor
{
    Q_OBJECT
public:
    explicit CitizenIdEditor(const Clock &clock, QWidget *parent = nullptr);
    void setValue(const QVariant &value) override;
    // Shows what the mask leaves ("9999**********0031"); value() is invalid until the form calls setValue().
    void setMasked(const QString &shown);
    [[nodiscard]] bool isMasked() const { return m_masked; }
    void setReadOnly(bool readOnly) override;
    // Where the form says of which document the number is; without it: of the citizen's card.
    void setTypeSource(std::function<text::IdType()> source) { m_type = std::move(source); }
    // The form says another document now: the same text may be right or wrong.
    void typeChanged();

Q_SIGNALS:
    void revealRequested();
    // After the user typed a good number of a citizen's card.
    void factsFound(QDate birth, gridbook::text::Sex sex);

protected:
    [[nodiscard]] Reading read(const QString &text) const override;
    [[nodiscard]] QString write(const QVariant &value) const override { return value.toString(); }
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void announce();
    [[nodiscard]] text::IdType type() const { return m_type ? m_type() : text::IdType::CitizenId; }
    [[nodiscard]] Reading readOther(const QString &text) const;

    std::function<text::IdType()> m_type;
    const Clock &m_clock;
    QToolButton *m_eye;
    QString m_announced;
    bool m_masked = false;
    bool m_wantsReadOnly = false;
};

} // namespace gridbook::ui
