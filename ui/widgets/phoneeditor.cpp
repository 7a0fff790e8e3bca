#include "ui/widgets/phoneeditor.h"
#include "core/text/phone.h"

namespace gridbook::ui {

PhoneEditor::PhoneEditor(QWidget *parent) : LineEditor(parent)
{
    line()->setInputMethodHints(Qt::ImhDialableCharactersOnly);
}

Reading PhoneEditor::read(const QString &text) const
{
    Reading reading;
    if (const auto phone = text::parsePhone(text)) {
        reading.value = phone->number;
        reading.rewritten = text::groupPhone(phone->number);
    } else {
        reading.note = {Level::Error, phone.error().message};
    }
    return reading;
}

QString PhoneEditor::write(const QVariant &value) const
{
    return text::groupPhone(value.toString());
}

} // namespace gridbook::ui
