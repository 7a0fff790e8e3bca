#pragma once
// Which font stands for each face of official papers on this machine. Windows names come first, then what other systems
// have; a family counts only when the font database has it, because substitution by the system cannot be trusted. The
// office may name its own fonts (方正小标宋 is part of no system).
#include "core/reports/document.h"
#include <QFont>
#include <QHash>

namespace gridbook {

class FontChoice
{
public:
    // own: a family per face that goes before the standard chain, if it is installed.
    explicit FontChoice(const QHash<Face, QString> &own = {});

    [[nodiscard]] QString family(Face face) const { return m_families.value(face); }
    // Whether the face itself is there, or only a stand-in of another face.
    [[nodiscard]] bool isGenuine(Face face) const { return m_genuine.value(face); }
    // A font for layout in hundredths of a millimetre: unhinted, without kerning, so that sums of advances are exact.
    [[nodiscard]] QFont font(Face face, double points, bool bold = false) const;

    // The names tried for a face, best first.
    static QStringList chain(Face face);

private:
    QHash<Face, QString> m_families;
    QHash<Face, bool> m_genuine;
};

// Characters of the paper that no font of this machine can draw, each once; for the check before printing.
QString missingCharacters(const Document &document, const FontChoice &fonts);

// Layout units to a millimetre.
inline constexpr double kUnitsPerMm = 100;
inline constexpr double kMmPerPoint = 25.4 / 72;

} // namespace gridbook
