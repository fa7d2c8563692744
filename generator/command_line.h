// The command line of gongshi: options, exit codes, and which verb runs. One verb, one file (NAME_verb.cpp).
// Exit codes: 0 done · 1 failed or found wrong · 2 usage, configuration, unreadable · 3 incomplete.
#pragma once

#include <functional>
#include <string>

#include "generator/settings/settings.h"

namespace CLI {
class App;
}

namespace generator {

constexpr int done = 0, found_wrong = 1, unusable = 2, incomplete = 3;

/// What every verb is given.
struct Invocation {
    settings::PortalFolder portal;
    bool quiet = false;
    bool json = false;
    std::string program;  // path of this program, to find gongshi-server beside it
};

/// A verb's body: runs and gives the exit code.
using Action = std::function<int(const Invocation&)>;

/// Each adds its subcommand to `app` and sets `action` when it is the one chosen.
void add_init(CLI::App& app, Action& action);
void add_template(CLI::App& app, Action& action);
void add_import(CLI::App& app, Action& action);
void add_attach(CLI::App& app, Action& action);
void add_withdraw(CLI::App& app, Action& action);
void add_statement(CLI::App& app, Action& action);
void add_objection(CLI::App& app, Action& action);
void add_undo(CLI::App& app, Action& action);
void add_check(CLI::App& app, Action& action);
void add_build(CLI::App& app, Action& action);
void add_publish(CLI::App& app, Action& action);
void add_rollback(CLI::App& app, Action& action);
void add_serve(CLI::App& app, Action& action);
void add_gc(CLI::App& app, Action& action);
void add_backup(CLI::App& app, Action& action);
void add_restore(CLI::App& app, Action& action);
void add_verify_site(CLI::App& app, Action& action);
void add_completion(CLI::App& app, Action& action);

/// Runs the whole program; all exceptions end here, as one Chinese sentence on standard error.
int run(int argc, char** argv);

/// Today in Beijing, ISO: the only place that asks the clock for a date. Overridden by --as-of.
std::string today();
/// Checks an --as-of date; throws settings::Unusable when it is not a real ISO date.
std::string checked_date(const std::string& iso);
/// The clerk's name when --by is not given: the account's name.
std::string account_name();

}  // namespace generator
