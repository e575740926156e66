// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

//! Figures as the whole window writes them. Pure but for the default QLocale; rates come in as bytes/s.
namespace relay::gui::format {

struct Quantity
{
    QString value;
    QString unit;
};

[[nodiscard]] QString count(qint64 number);          //!< "2,014"
[[nodiscard]] QString mbits(double bytesPerSecond);  //!< Mbit/s: "4.02", "<0.01", "0.00"
[[nodiscard]] Quantity rate(double bytesPerSecond);  //!< "204.8" "Mbit/s", "4.62" "Gbit/s"
[[nodiscard]] QString perSecond(double number);      //!< whole; "<1" for what is between
[[nodiscard]] QString bytes(quint64 bytes);          //!< "0", "986 KiB", "4.0 MiB", "1.2 GiB"
[[nodiscard]] QString age(qint64 ms);                //!< "12 s", "41 min", "1 h 04", "6 d 02 h"
[[nodiscard]] QString remaining(qint64 ms);          //!< "18:42", "1 h 47", "6 d 02 h"; "00:00" when over
[[nodiscard]] QString seconds(qint64 ms);            //!< "0.1"; as age() from a minute on
[[nodiscard]] QString clock(qint64 msSinceEpoch);    //!< local "12:03:07"
[[nodiscard]] QString dateTime(qint64 msSinceEpoch); //!< local date and time
[[nodiscard]] QString missing();                     //!< an en dash
[[nodiscard]] QString never();                       //!< "none": a token that does not end
[[nodiscard]] QString role(const QString &role);     //!< translated, "Subscriber"
[[nodiscard]] QString kindIcon(const QString &kind); //!< "video", "data", "shell"
[[nodiscard]] QString topic(const QString &id);      //!< "/out/demo" is "demo", "/bi/x" is "bi/x"
//! "203.0.113.87:51234" without the port; on loopback, where all have the same address, with it. To be shown: see addresses.h.
[[nodiscard]] QString peer(const QString &address);
//! "a, b", with the comma of the language.
[[nodiscard]] QString enumeration(const QStringList &parts);
//! The address alone, never the port: "203.0.113.87", "2001:db8::1".
[[nodiscard]] QString host(const QString &address);
//! Keeps names, addresses and commands left to right inside a right-to-left sentence.
[[nodiscard]] QString isolated(const QString &text);
//! Likewise for what may be written either way, such as a figure with a translated unit: as its first letter says.
[[nodiscard]] QString together(const QString &text);
//! Without the marks of both, to be searched.
[[nodiscard]] QString unmarked(QString text);

} // namespace relay::gui::format
