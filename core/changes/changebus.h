#pragma once
// Tells open windows what was changed: ids and columns. One per book, passed by reference.
#include "core/changes/changeset.h"
#include <QObject>

namespace gridbook {

class ChangeBus : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

Q_SIGNALS:
    void changed(const gridbook::ChangeSet &set); // an empty list of changes: so many that everything reloads
};

} // namespace gridbook
