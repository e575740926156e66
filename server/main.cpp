// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/run.h"

int main(int argc, char **argv)
{
    return relay::app::run(argc, argv);
}
