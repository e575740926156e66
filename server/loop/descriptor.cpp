// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/loop/descriptor.h"

#include <unistd.h>

namespace relay::loop {

void Descriptor::reset()
{
    if (m_fd >= 0)
        ::close(m_fd);
    m_fd = -1;
}

} // namespace relay::loop
