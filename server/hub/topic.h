// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/topic/kind.h"
#include "server/hub/batch.h"
#include "server/hub/gopcache.h"
#include "server/hub/member.h"

#include <QByteArray>

#include <cstddef>
#include <memory>
#include <vector>

namespace relay::hub {

//! What a member does on its topic.
struct Membership
{
    topic::Kind kind
        = topic::Kind::Data; //!< of the topic, as far as this member tells: data becomes video when a video comes
    bool reads = true;
    bool writes = true;
};

//! Another worker that serves some of a topic's readers.
struct Outlet
{
    int worker = 0;
    std::size_t readers = 0;
};

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
    [[nodiscard]] bool isUnused() const { return m_members == 0 && m_outlets.empty(); }
    //! Whether a message of this member would reach anybody.
    [[nodiscard]] bool hasOtherReader(const Member &member) const;

    [[nodiscard]] topic::Kind kind() const { return m_kind; }
    void setKind(topic::Kind kind) { m_kind = kind; } //!< of an outlet, which hears it from the topic's own worker
    [[nodiscard]] const std::vector<Outlet> &outlets() const { return m_outlets; }
    void addOutletReader(int worker);
    void removeOutletReader(int worker);

    void join(Member &member, const Membership &membership);
    void leave(Member &member);
    //! A reader of a topic that loses nothing fell behind, or has caught up: pauses, or wakes, those who send to it.
    void setBehind(Member &reader, bool isBehind);

    std::unique_ptr<Batch> batch; //!< lent by the hub while messages of this pass wait
    std::uint64_t batchSerial = 0;
    std::unique_ptr<GopCache> gop; //!< only of video, where new readers are to have a picture at once
    std::int64_t gopAtMs = 0;      //!< of the last message in it

private:
    void updatePauses();

    QByteArray m_name;
    std::vector<Member *> m_readers;
    std::vector<Member *> m_writers; //!< only where nothing is lost
    std::vector<Outlet> m_outlets;   //!< none of them without readers
    std::size_t m_members = 0;
    std::size_t m_behind = 0; //!< readers
    topic::Kind m_kind = topic::Kind::Data;
};

} // namespace relay::hub
