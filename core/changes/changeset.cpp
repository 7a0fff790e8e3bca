#include "core/changes/changeset.h"
#include <array>

namespace gridbook {

namespace {
constexpr std::array<QStringView, 4> codes{u"insert", u"update", u"void", u"reinstate"};
}

QString toCode(ChangeOp op)
{
    return codes.at(size_t(op)).toString();
}

ChangeOp changeOpFrom(const QString &code)
{
    const auto it = std::find(codes.begin(), codes.end(), QStringView(code));
    return it == codes.end() ? ChangeOp::Update : ChangeOp(it - codes.begin());
}

ChangeOp inverse(ChangeOp op)
{
    switch (op) {
    case ChangeOp::Insert:
    case ChangeOp::Reinstate:
        return ChangeOp::Void;
    case ChangeOp::Void:
        return ChangeOp::Reinstate;
    case ChangeOp::Update:
        break;
    }
    return ChangeOp::Update;
}

} // namespace gridbook
