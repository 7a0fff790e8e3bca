#include "ui/widgets/editor.h"
#include "ui/shell/theme.h"

using namespace Qt::StringLiterals;

namespace gridbook::ui {

Editor::Editor(QWidget *parent) : QWidget(parent) {}

void Editor::settle()
{
    m_settled = true;
    refreshValidation();
}

Validation Editor::validation() const
{
    Validation worst = ownValidation();
    if (m_required && m_settled && isEmpty() && worst.level < Level::Error) {
        worst = {Level::Error, tr("This field must be filled in.")};
    }
    return m_note.level > worst.level ? m_note : worst;
}

void Editor::setNote(const Validation &note)
{
    m_note = note;
    refreshValidation();
}

void Editor::setRequired(bool required)
{
    m_required = required;
    refreshValidation();
}

void Editor::setLabel(const QString &label)
{
    field()->setAccessibleName(label);
}

void Editor::refreshValidation()
{
    const Validation now = validation();
    if (now.level != m_shown.level) {
        setFrameState(field(), now.level == Level::Error     ? u"error"_qs
                               : now.level == Level::Warning ? u"warning"_qs
                                                             : QString());
    }
    m_shown = now;
    field()->setAccessibleDescription(now.text);
    Q_EMIT validationChanged();
}

} // namespace gridbook::ui
