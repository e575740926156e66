// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineOption>
#include <QList>
#include <QString>

#include <chrono>

class QCommandLineParser;

namespace relay::client {

//! What `relay admin` is told about kicks, denials, taps and drains beside what all actions share. 0 and empty: not said.
struct ActOptions
{
    // Kicks.
    int perSecond = 0;
    std::chrono::seconds hold { 0 };
    int expectCount = -1; //!< -1: not said
    bool isDryRun = false;
    // Denials.
    QString subject;
    QString address; //!< or a network
    bool isForced = false;
    bool keepsConnections = false;
    // Taps.
    QString form;
    QString direction;
    int previewBytes = 0;
    int maxMessages = 0;
    std::chrono::seconds length { 0 };
    int sample = 1;
    // Drains.
    std::chrono::milliseconds within { 0 };
    bool isCancel = false;
};

[[nodiscard]] QList<QCommandLineOption> actOptionList();
//! A sentence when one makes no sense.
[[nodiscard]] QString readActOptions(const QCommandLineParser &parser, ActOptions &options);

} // namespace relay::client
