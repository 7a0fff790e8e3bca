#pragma once
// Change events of a party organisation: 成立, 更名, 升格, 隶属变更, 合并, 撤销, each with its document. Closing one
// that still has members or organisations below asks where they go and moves them in the same step.
#include "core/party/orgcommands.h"
#include "ui/registry/stepdialog.h"

class QComboBox;

namespace gridbook::ui {

class OrgChangeDialog final : public StepDialog
{
    Q_OBJECT
public:
    // org 0: a new organisation is founded. kind: code of orgChangeKind to begin with.
    OrgChangeDialog(Workbench &workbench, RowId org, const QString &kind = {}, QWidget *parent = nullptr);
    [[nodiscard]] QString kind() const;
    void choose(const QString &kind);

protected:
    Done write(UnitOfWork &work) override;
    [[nodiscard]] QString undoTitle() const override;
    [[nodiscard]] QString verb() const override;
    [[nodiscard]] QString outlook() override;
    void arrange() override;

private:
    void fill();

    PartyOrgId m_org;
    QString m_name;
    QComboBox *m_kinds;
};

} // namespace gridbook::ui
