// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>

//! relay host: what of an experiment goes where.
namespace relay::client::host {

//! Where a stream, or a single feed, is sent to.
struct Destination
{
    QString id;
    QString stream;         //!< "stream/large", or a feed: "data"; without a slash before it
    QString destination;    //!< ws(s) URL, or with a token the http(s) URL of an access point
    QString token;          //!< empty: the destination is dialled as it is
    QString file;           //!< what goes out is written here too; empty: nowhere
    QString tokenFile = {}; //!< a file that holds the token and may be renewed; goes before `token`; empty: none

    friend bool operator==(const Destination &, const Destination &) = default;
};

inline const QString kDeleteAll = QStringLiteral("deleteAll"); //!< stands for all rules; no rule may have this name
inline const QString kApiRule = QStringLiteral("apiRule");     //!< the rule by which the host itself is steered

inline const QString kApiFeed = QStringLiteral("api"); //!< what is sent there are commands to the host, no messages

/*!
 * The rules of a host: destinations by id, and streams, each of which combines feeds. Tells what changed after each
 * change; adding what is there already replaces it, also when it is the same. One thread.
 */
class Rules : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    //! False: the name is reserved, nothing is done.
    bool addDestination(Destination rule);
    bool addStream(QString stream, QStringList feeds);
    bool removeDestination(const QString &id);
    bool removeStream(const QString &stream);
    void removeAllDestinations(const QString &butFor = {}); //!< butFor: an id; empty: there is none to keep
    void removeAllStreams();

    [[nodiscard]] const std::map<QString, Destination> &destinations() const { return m_destinations; }
    [[nodiscard]] const std::map<QString, QStringList> &streams() const { return m_streams; }
    [[nodiscard]] std::optional<Destination> destination(const QString &id) const;
    //! Of a stream its feeds, none for a stream without a rule; of a feed itself; of no name nothing.
    [[nodiscard]] QStringList feedsOf(const QString &streamOrFeed) const;

Q_SIGNALS:
    void destinationChanged(const QString &id); //!< added, replaced or removed
    void streamChanged(const QString &stream);

private:
    std::map<QString, Destination> m_destinations;
    std::map<QString, QStringList> m_streams;
};

//! Whether the name begins as those of combined feeds do: "stream/".
[[nodiscard]] bool isStream(QStringView name);

} // namespace relay::client::host
