// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/config/completion.h"

#include <QMap>

#include <algorithm>
#include <cstdio>

namespace relay::config {

namespace {

constexpr int kWrongUsage = 2;

//! Words for one pair of single quotes; what a shell could take for more than a word is left out.
QString quoted(const QStringList &words)
{
    const auto isPlain = [](const QString &word) {
        return !word.isEmpty() && std::all_of(word.begin(), word.end(), [](QChar c) {
            return c.unicode() < 0x80 && (c.isLetterOrNumber() || QStringView(u"-_.:/").contains(c));
        });
    };
    QStringList plain;
    std::copy_if(words.begin(), words.end(), std::back_inserter(plain), isPlain);
    return u'\'' + plain.join(u' ') + u'\'';
}

QString flagOf(const OptionSpec &option)
{
    return u"--" + option.name;
}

//! All flags of a table; a Boolean that is on unless told otherwise is there to be turned off.
QStringList flagsOf(const OptionTable &table)
{
    QStringList flags { u"--help"_qs };
    if (!table.version.isEmpty())
        flags << u"--version"_qs;
    if (table.hasFile)
        flags << u"--config"_qs << u"--print-config"_qs;
    for (const OptionSpec &option : table.options) {
        if (option.isSecret)
            continue;
        const bool isOn = option.kind == Kind::Boolean && option.defaultValue == u"true";
        flags << (isOn ? QString(u"--no-" + option.name) : flagOf(option));
    }
    return flags;
}

//! What bash is to do for the value of an option.
QString reactionTo(const OptionSpec &option)
{
    if (!option.choices.isEmpty())
        return u"kind='words' values="_qs + quoted(option.choices);
    if (option.valueName == u"FILE" || option.valueName == u"PATH")
        return u"kind='file'"_qs;
    if (option.valueName == u"DIRECTORY")
        return u"kind='directory'"_qs;
    return u"kind='nothing'"_qs;
}

//! The branches of `case $previous`.
QString branchesFor(const OptionTable &table)
{
    QMap<QString, QStringList> flags; // by what is to be done
    if (table.hasFile)
        flags[u"kind='file'"_qs] << u"--config"_qs;
    for (const OptionSpec &option : table.options) {
        if (option.kind != Kind::Boolean && !option.isSecret)
            flags[reactionTo(option)] << flagOf(option);
    }
    QString text;
    for (auto it = flags.cbegin(); it != flags.cend(); ++it)
        text += QStringLiteral("        %1) %2 ;;\n").arg(it.value().join(u" | "_qs), it.key());
    return text;
}

QString branchFor(const CompletedCommand &command)
{
    QString text = QStringLiteral("    '%1')\n        flags=%2 actions=%3\n")
                       .arg(command.name, quoted(command.table ? flagsOf(*command.table) : QStringList()),
                            quoted(command.actions));
    if (const QString branches = command.table ? branchesFor(*command.table) : QString(); !branches.isEmpty())
        text += u"        case $previous in\n"_qs + branches + u"        esac\n";
    return text + u"        ;;\n";
}

constexpr char16_t kHead[] = uR"(# SPDX-License-Identifier: GPL-3.0-or-later
# What bash offers for %1, made by "%1 completion bash".
_%1_kind()
{
    local previous=$2
    flags='' actions='' kind='' values=''
    case $1 in
)";

constexpr char16_t kBody[] = uR"(    esac
}

_%1()
{
    local current=${COMP_WORDS[COMP_CWORD]} at=$((COMP_CWORD - 1)) command='' first=1 flags actions kind values i
    COMPREPLY=()
    # bash takes --flag=value apart.
    if [[ $current == '=' ]]; then
        current=''
    elif [[ ${COMP_WORDS[at]} == '=' ]]; then
        at=$((at - 1))
    fi
%2    local given=''
    for ((i = first; i < COMP_CWORD; i++)); do
        _%1_kind "$command" "${COMP_WORDS[i - 1]}"
        if [[ -z $kind && ${COMP_WORDS[i]} != -* && ${COMP_WORDS[i]} != '=' && ${COMP_WORDS[i - 1]} != '=' ]]; then
            given=yes
        fi
    done
    _%1_kind "$command" "${COMP_WORDS[at]}"
    case $kind in
    nothing) ;;
    words) mapfile -t COMPREPLY < <(compgen -W "$values" -- "$current") ;;
    file | directory)
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -A "$kind" -- "$current")
        ;;
    *)
        [[ $current == -* || -n $given || -z $actions ]] || flags=$actions
        mapfile -t COMPREPLY < <(compgen -W "$flags" -- "$current")
        ;;
    esac
}
complete -F _%1 %1
)";

constexpr char16_t kSubCommands[] = uR"(    if ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W %1 -- "$current")
        return
    fi
    command=${COMP_WORDS[1]} first=2
)";

} // namespace

QString bashCompletion(const QString &program, const std::vector<CompletedCommand> &commands)
{
    QString text = QString::fromUtf16(kHead).arg(program);
    QStringList names { u"--help"_qs, u"--version"_qs };
    for (const CompletedCommand &command : commands) {
        text += branchFor(command);
        names << command.name;
    }
    const bool hasSubCommands = std::any_of(commands.begin(), commands.end(),
                                            [](const CompletedCommand &command) { return !command.name.isEmpty(); });
    return text
        + QString::fromUtf16(kBody).arg(
            program, hasSubCommands ? QString::fromUtf16(kSubCommands).arg(quoted(names)) : QString());
}

int runCompletion(const QString &program, const QStringList &words, const std::vector<CompletedCommand> &commands)
{
    if (words != QStringList { u"bash"_qs }) {
        std::fprintf(stderr, "%s: there is a completion for bash only: %s completion bash\n", qUtf8Printable(program),
                     qUtf8Printable(program));
        return kWrongUsage;
    }
    std::fputs(qUtf8Printable(bashCompletion(program, commands)), stdout);
    return std::fflush(stdout) == 0 ? 0 : 1;
}

OptionTable merged(OptionTable table, const OptionTable &more)
{
    for (const OptionSpec &option : more.options) {
        if (!findOption(table, option.name))
            table.options.push_back(option);
    }
    return table;
}

} // namespace relay::config
