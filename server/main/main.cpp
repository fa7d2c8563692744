#include "server/command_line.h"

int main(int argc, char** argv) {
    return server::run(argc, argv);
}
