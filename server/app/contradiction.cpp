// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/contradiction.h"

namespace relay::app {

namespace {

config::Exit refusal(const QString &sentence)
{
    return { 1, u"relayd: "_qs + sentence + u'\n', true };
}

std::optional<config::Exit> findTlsContradiction(const Options &options)
{
    const bool hasFiles = !options.tls.certificate.isEmpty() || !options.tls.key.isEmpty();
    if (options.tlsListen && (options.tls.certificate.isEmpty() || options.tls.key.isEmpty()))
        return refusal(
            u"--tls-listen needs a certificate and its key: give --tls-certificate FILE and --tls-key FILE"_qs);
    if (!options.tlsListen && hasFiles)
        return refusal(
            u"there is a TLS certificate or key, but no address to use them on: give --tls-listen ADDRESS:PORT"_qs);
    if (!options.tlsListen && options.listen.empty())
        return refusal(
            u"--listen none leaves nothing to listen on: give --tls-listen ADDRESS:PORT, or an address to --listen"_qs);
    return {};
}

//! Of the addresses to listen on, the first that other machines reach.
QString exposedAddress(const config::Settings &settings, const Options &options)
{
    if (!options.listen.empty() && !options.listen.front().address.isLoopback())
        return settings.text(u"listen");
    if (options.tlsListen && !options.tlsListen->address.isLoopback())
        return settings.text(u"tls-listen");
    return {};
}

} // namespace

std::optional<config::Exit> findContradiction(const config::Settings &settings, const Options &options)
{
    if (options.access.isSecured && options.isOpen)
        return refusal(u"there is a secret, and --open to serve everybody: leave one of them out"_qs);
    if (auto exit = findTlsContradiction(options))
        return exit;
    const QString exposed = exposedAddress(settings, options);
    if (!exposed.isEmpty() && !options.isOpen && !options.access.isSecured)
        return refusal(
            u"%1 is not a loopback address, and without a secret anybody who reaches it could read and write every "
            u"topic; either set a secret (RELAY_SECRET) so that tokens are asked for, or give --open to serve everybody"_qs
                .arg(exposed));
    if (!hub::makeSender(options.sender))
        return settings.refuse(u"sender", u"must be send here, or auto: this kernel refuses the other"_qs);
    if (options.deadAfterMs <= options.pingEveryMs)
        return settings.refuse(u"dead-after", u"must be longer than ping-every"_qs);
    return {};
}

} // namespace relay::app
