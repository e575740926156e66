// SPDX-License-Identifier: GPL-3.0-or-later
// Configuration files: any text is read, or refused with sentences; a secret in it is in none of them.
#include "common/config/file.h"
#include "common/config/value.h"

#include <cstdint>
#include <cstdlib>

using namespace relay::config;

namespace {

OptionTable table()
{
    return { .program = QStringLiteral("relayd"),
             .summary = QStringLiteral("Fuzzed."),
             .version = QStringLiteral("0"),
             .options = { { .name = QStringLiteral("listen"), .help = QStringLiteral("a") },
                          { .name = QStringLiteral("workers"), .help = QStringLiteral("b"), .kind = Kind::Integer },
                          { .name = QStringLiteral("max-message"), .help = QStringLiteral("c"), .kind = Kind::Size },
                          { .name = QStringLiteral("ping-every"), .help = QStringLiteral("d"), .kind = Kind::Duration },
                          { .name = QStringLiteral("open"), .help = QStringLiteral("e"), .kind = Kind::Boolean },
                          { .name = QStringLiteral("secret"), .help = QStringLiteral("f"), .isSecret = true },
                          { .name = QStringLiteral("topic-kind"),
                            .help = QStringLiteral("g"),
                            .kind = Kind::List,
                            .fileKey = QStringLiteral("topic"),
                            .entryKeys = { QStringLiteral("match"), QStringLiteral("kind") } } } };
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const OptionTable options = table();
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const FileContent content = parseFile(options, text, QStringLiteral("relay.toml"));
    for (const QString &error : content.errors) {
        if (!error.startsWith(QStringLiteral("relay.toml")))
            std::abort();
    }
    const QString asValue = QString::fromUtf8(text);
    for (const OptionSpec &option : options.options)
        (void)refusalOf(option, asValue);
    return 0;
}
