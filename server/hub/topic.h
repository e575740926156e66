// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/batch.h"
#include "server/hub/member.h"

#include <QByteArray>

#include <cstddef>
#include <memory>
#include <vector>

namespace relay::hub {

/*!
 * Who reads a topic, and what was published to it in this pass. Order of readers is of no meaning: leaving swaps the
 * last one into the place. Never changed while its batch is being sent.
 */
class Topic
{
public:
    explicit Topic(QByteArray name)
        : m_name(std::move(name))
    {
    }

    [[nodiscard]] const QByteArray &name() const { return m_name; }
    [[nodiscard]] const std::vector<Member *> &readers() const { return m_readers; }
    [[nodiscard]] bool isUnused() const { return m_members == 0; }
    //! Whether a message of this member would reach anybody.
    [[nodiscard]] bool hasOtherReader(const Member &member) const;

    void join(Member &member, bool reads);
    void leave(Member &member);

    std::unique_ptr<Batch> batch; //!< lent by the hub while messages of this pass wait
    std::uint64_t batchSerial = 0;

private:
    QByteArray m_name;
    std::vector<Member *> m_readers;
    std::size_t m_members = 0;
};

} // namespace relay::hub
