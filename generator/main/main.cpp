#include "generator/command_line.h"

int main(int argc, char** argv) { return generator::run(argc, argv); }
