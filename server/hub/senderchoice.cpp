// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/senderchoice.h"

#include "server/hub/pagesender.h"
#include "server/hub/plainsender.h"
#include "server/hub/uringsender.h"

namespace relay::hub {

std::unique_ptr<Sender> makeSender(SenderChoice choice)
{
    std::unique_ptr<Sender> sender;
    if (choice == SenderChoice::Auto || choice == SenderChoice::IoUring)
        sender = UringSender::create();
    if (!sender && choice != SenderChoice::IoUring)
        sender = std::make_unique<PlainSender>();
    if (choice != SenderChoice::Auto && choice != SenderChoice::Sendfile)
        return sender;
    if (auto pages = PageSender::create(sender))
        return pages;
    return choice == SenderChoice::Auto ? std::move(sender) : nullptr;
}

} // namespace relay::hub
