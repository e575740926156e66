// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/memory.h"

#include <QMetaEnum>

namespace relay::gui {

Memory::Memory()
    : m_settings(QStringLiteral("relay"), QStringLiteral("relay-dashboard"))
{
}

Memory::Memory(const QString &file)
    : m_settings(file, QSettings::IniFormat)
{
}

Theme::Mode Memory::theme() const
{
    const QByteArray name = m_settings.value(QStringLiteral("window/theme")).toString().toLatin1();
    bool isKnown = false;
    const int mode = QMetaEnum::fromType<Theme::Mode>().keyToValue(name.constData(), &isKnown);
    return isKnown ? static_cast<Theme::Mode>(mode) : Theme::Mode::System;
}

void Memory::setTheme(Theme::Mode mode)
{
    m_settings.setValue(QStringLiteral("window/theme"),
                        QString::fromLatin1(QMetaEnum::fromType<Theme::Mode>().valueToKey(static_cast<int>(mode))));
}

} // namespace relay::gui
