// The command line of gongshi-server.
#pragma once

namespace server {

/// Reads the arguments, serves until SIGINT or SIGTERM. Returns the exit code: 0 done, 1 failed, 2 usage or unusable.
int run(int argc, char** argv);

}  // namespace server
