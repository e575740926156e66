// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/program.h"

int main(int argc, char **argv)
{
    return relay::gui::runProgram(argc, argv);
}
