// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>
#include <sys/types.h>
#include <variant>

namespace relay::admin {

/*!
 * The right to one socket path, held for life. QLocalServer alone would take the path of a live server, and unlink at
 * its end whatever lies there by then; here a lock beside the socket decides who owns it, and only our own inode is
 * ever removed.
 *
 * claim() checks the directory (ours, not writable by others; made 0700 when missing, for everybody 0711), takes the lock and removes a
 * leftover socket. adopt() moves a socket that is already listening into place. The destructor removes it.
 */
class SocketGuard
{
public:
    //! Whom the file system lets through to the socket. Who may talk there is decided by role, from what the kernel says.
    enum class Reach { Operators, Everybody };
    //! The guard, or a sentence that says what is wrong.
    [[nodiscard]] static std::variant<std::unique_ptr<SocketGuard>, QString> claim(const QString &path,
                                                                                   Reach reach = Reach::Operators);
    ~SocketGuard();
    SocketGuard(const SocketGuard &) = delete;
    SocketGuard &operator=(const SocketGuard &) = delete;

    [[nodiscard]] QString path() const { return m_path; }
    //! Where to bind first: in the same directory, never connected to by anybody.
    [[nodiscard]] QString stagingPath() const;
    //! Puts the socket from stagingPath() in place with mode 0660 or 0666. Empty: done, else a sentence.
    [[nodiscard]] QString adopt();

private:
    SocketGuard(const QString &path, int lockDescriptor, Reach reach);
    [[nodiscard]] QString removeLeftover() const;

    QString m_path;
    int m_lock;
    Reach m_reach;
    dev_t m_device = 0;
    ino_t m_inode = 0; //!< 0: nothing adopted yet
};

} // namespace relay::admin
