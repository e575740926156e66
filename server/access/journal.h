// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/access/target.h"
#include "server/loop/descriptor.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace relay::access {

//! A change of the deny list. until: seconds since the epoch.
struct JournalEntry
{
    enum class Change { Deny, Allow };
    Change change = Change::Deny;
    QString key; //!< the booking, or what else it is
    std::int64_t until = 0;
    What what = What::Booking;
};

/*!
 * The deny list on disk: one line for each change, appended and brought to the disk before anybody is told that it is in
 * force. Each line has a checksum, so one that was torn by a crash is known and left out. Not thread-safe.
 */
class Journal
{
public:
    struct Opened
    {
        std::vector<JournalEntry> entries;
        QString error; //!< not empty: it could not be opened; says why and what to do
        int tornLines = 0;
    };

    //! Opens, or begins, the journal in this directory, which is made (0700) if need be, and locks it for this process.
    [[nodiscard]] Opened open(const QString &directory);
    [[nodiscard]] bool isOpen() const { return m_file.isOpen(); }

    //! On disk when it returns true. False: perhaps not; write everything anew with rewrite().
    [[nodiscard]] bool append(const JournalEntry &entry);
    //! Replaces the whole: all that is denied. True: on disk.
    [[nodiscard]] bool rewrite(const std::vector<DeniedTarget> &denied);
    //! Lines since the last rewrite().
    [[nodiscard]] std::size_t lines() const { return m_lines; }

    // The form of a line, without its newline: checksum, then JSON.
    [[nodiscard]] static QByteArray format(const JournalEntry &entry);
    [[nodiscard]] static std::optional<JournalEntry> parse(QByteArrayView line);

private:
    [[nodiscard]] bool syncDirectory() const;

    QString m_directory;
    loop::Descriptor m_file;
    loop::Descriptor m_lock;
    std::size_t m_lines = 0;
};

} // namespace relay::access
