// SPDX-License-Identifier: BSL-1.0
// What is asked of the checks into settings.
#include "eczscore/table/check_settings.hpp"

#include <string_view>
#include <vector>

#include "eczscore/core/parse.hpp"
#include "eczscore/table/nearest.hpp"

namespace eczscore::table {

namespace {

using Error = tl::unexpected<std::string>;

tl::expected<std::size_t, std::string> check_named(std::string_view id, std::string_view setting,
                                                   const SettingNames& names) {
    const std::size_t index = checks::check_index(id);
    if (index < checks::check_count) return index;
    std::vector<std::string_view> ids;
    for (const checks::Check& check : checks::catalogue) ids.emplace_back(check.id);
    const std::string all(names.check_list);
    return Error(names(setting) + ": no check '" + std::string(id) + "'" + nearest_hint(id, ids) +
                 (all.empty() ? "" : " (" + all + " has all)"));
}

/// `CHECK.PARAMETER=VALUE`. returns  the sentence of a usage error, or nothing.
std::string set_one(checks::CheckSettings& settings, const std::string& text,
                    const SettingNames& names) {
    const std::string set = names("set");
    const std::size_t dot = text.find('.');
    const std::size_t equals = text.find('=');
    if (dot == std::string::npos || equals == std::string::npos || equals < dot) {
        return set + " " + text +
               ": write CHECK.PARAMETER=VALUE, for example poem_itch_0_peak_itch_high.itch=7";
    }
    const auto check = check_named(text.substr(0, dot), "set", names);
    if (!check) return check.error();
    const std::string parameter = text.substr(dot + 1, equals - dot - 1);
    const Answer value = parse_number(text.substr(equals + 1));
    if (value.kind() != Answer::Kind::value || value.millionths() < 0) {
        return set + " " + text +
               ": the value must be a number from 0 on, with a decimal point and "
               "up to six places";
    }
    if (settings.set(*check, parameter, value.exact())) return {};
    std::vector<std::string_view> there;
    for (const checks::Parameter& each : checks::catalogue[*check].parameters) {
        there.emplace_back(each.id);
    }
    return set + " " + text + ": " + text.substr(0, dot) +
           (there.empty()
                ? " has no parameters"
                : " has no parameter '" + parameter + "'" + nearest_hint(parameter, there));
}

}  // namespace

tl::expected<checks::CheckSettings, std::string> check_settings(const CheckOptions& options) {
    checks::CheckSettings settings;
    if (!options.only.empty()) settings.turn_all(false);
    for (const std::string& id : options.only) {
        const auto check = check_named(id, "only", options.names);
        if (!check) return Error(check.error());
        settings.turn(*check, true);
    }
    for (const std::string& id : options.off) {
        const auto check = check_named(id, "off", options.names);
        if (!check) return Error(check.error());
        settings.turn(*check, false);
    }
    for (const std::string& text : options.set) {
        const std::string trouble = set_one(settings, text, options.names);
        if (!trouble.empty()) return Error(trouble);
    }
    return settings;
}

}  // namespace eczscore::table
