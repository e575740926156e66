// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/web/assets.h"

#include <QByteArray>
#include <QHash>

#include <optional>

namespace relay::web {

/*!
 * The compiled-in pages and files by the path that they are asked for. Read once, never changed: any thread.
 *
 * Pages name their files as /assets/<version>/<name>, where the version is a digest of all files. Such a path never
 * changes its content, so browsers may keep it for good; a new relayd has new paths. /assets/<name> works too.
 */
class Bundle
{
public:
    [[nodiscard]] static const Bundle &instance();

    [[nodiscard]] std::optional<Asset> find(const QByteArray &path) const;
    [[nodiscard]] const QByteArray &version() const { return m_version; }

private:
    Bundle();

    void addFiles();
    void addDescription();
    void addPage(const QByteArray &path, const QString &name);

    QByteArray m_version;
    QHash<QByteArray, Asset> m_assets;
};

} // namespace relay::web
